import { foldTurkish, normaliseInput } from './fold.ts';
import { isTckn, isVkn } from './identity-number.ts';
import { parsePhone } from './phone.ts';
import { parseTrackingCode } from './tracking-code.ts';

export type QueryKind =
  | { readonly kind: 'applicationNo'; readonly applicationNo: string }
  | { readonly kind: 'trackingCode'; readonly trackingCode: string }
  | { readonly kind: 'identityNumber'; readonly identityNumber: string; readonly type: 'tckn' | 'vkn' }
  | { readonly kind: 'phone'; readonly e164: string }
  | { readonly kind: 'digits'; readonly digits: string }
  | { readonly kind: 'words'; readonly words: string };

/**
 * What may be meant by the text in the one search box, likeliest first; [] for nothing searchable.
 * Eleven digits may be a TCKN, a phone number or an installation number, so several can apply.
 * `words` is folded as the search index is, and stands in the list only where the text is not wholly
 * explained as a number.
 */
export function classifyQuery(text: string): readonly QueryKind[] {
  const input = normaliseInput(text);
  const compact = input.replace(/[\s\-‐‑–—*]/g, '');
  const trackingCode = trackingCodeIn(input);
  const isNumeric = /^\d+$/.test(compact);
  const candidates = [
    applicationNoIn(input),
    isNumeric ? undefined : trackingCode,
    identityNumberIn(compact),
    phoneIn(input),
    /^\d{5,12}$/.test(compact) ? ({ kind: 'digits', digits: compact } as const) : undefined,
    // A code without one letter is rare (fewer than one in ten million), an installation number of 12 digits is not.
    isNumeric ? trackingCode : undefined,
  ].filter((candidate) => candidate !== undefined);
  const words = foldTurkish(input);
  const hasNumber = candidates.some((candidate) => candidate.kind !== 'trackingCode');
  return words === '' || hasNumber ? candidates : [...candidates, { kind: 'words', words }];
}

/** 'branch-year-sequence' as '26-2026-0100001': 2 to 4, 4 and 7 digits; the dashes may be missing. */
function applicationNoIn(input: string): QueryKind | undefined {
  const match = /^(\d{2,4})[\s\-‐‑–—*/]?(20\d{2})[\s\-‐‑–—*/]?(\d{7})$/.exec(input);
  return match === null
    ? undefined
    : { kind: 'applicationNo', applicationNo: `${match[1]}-${match[2]}-${match[3]}` };
}

function trackingCodeIn(input: string): QueryKind | undefined {
  const trackingCode = parseTrackingCode(input);
  return trackingCode === undefined ? undefined : { kind: 'trackingCode', trackingCode };
}

function identityNumberIn(compact: string): QueryKind | undefined {
  if (isTckn(compact)) return { kind: 'identityNumber', identityNumber: compact, type: 'tckn' };
  return isVkn(compact) ? { kind: 'identityNumber', identityNumber: compact, type: 'vkn' } : undefined;
}

function phoneIn(input: string): QueryKind | undefined {
  const phone = parsePhone(input);
  return phone && { kind: 'phone', e164: phone.e164 };
}
