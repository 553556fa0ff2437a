import { normaliseInput } from './fold.ts';

export type PhoneKind = 'mobile' | 'landline' | 'special';

export type Phone = {
  /** '+90' and the national number: ten digits, or seven for a 444 number. */
  readonly e164: string;
  readonly kind: PhoneKind;
  readonly canReceiveSms: boolean;
};

/**
 * Reads a Turkish number as people write it: '0532 123 45 67', '+90 (532) 123-4567', '90532…', '0090532…',
 * '532…', '444 12 34'. `special` is 0850, 0800 and 444. Mobile prefixes are not listed one by one, since
 * numbers move between operators and new ranges open. Short numbers such as 186 and foreign numbers give
 * undefined: nobody can be called back on the first, and the gateway cannot send to the second.
 */
export function parsePhone(input: string): Phone | undefined {
  const compact = normaliseInput(input).replace(/[\s().\-‐‑–—/]/g, '');
  const match = /^(?:\+90|0090|90(?=0?\d{10}$))?0?(\d{10}|444\d{4})$/.exec(compact);
  const national = match?.[1];
  if (national === undefined) return undefined;
  const kind = kindOf(national);
  return kind && { e164: `+90${national}`, kind, canReceiveSms: kind === 'mobile' };
}

function kindOf(national: string): PhoneKind | undefined {
  if (national.length === 7 || national.startsWith('8')) return 'special';
  if (national.startsWith('5')) return 'mobile';
  return /^[234]/.test(national) ? 'landline' : undefined;
}

/** '0532 123 45 67' or '444 12 34'; anything but a number from `parsePhone` comes back as it is. */
export function formatPhone(e164: string): string {
  return e164
    .replace(/^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/, '0$1 $2 $3 $4')
    .replace(/^\+90(444)(\d{2})(\d{2})$/, '$1 $2 $3');
}

/** '05•• ••• 45 67': enough for a clerk to confirm a number, too little for a bystander (Board 2017/62). */
export function maskPhone(e164: string): string {
  const written = formatPhone(e164);
  if (written === e164) return '•'.repeat(e164.length);
  const isShort = !written.startsWith('0');
  const hidden = isShort ? /(?<=^444 )\d{2}/ : /(?<=^0\d)\d{2} \d{3}/;
  return written.replace(hidden, (digits) => digits.replace(/\d/g, '•'));
}
