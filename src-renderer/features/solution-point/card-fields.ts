import { type CardField, cardFields } from '../../../src-shared/contract/application-register.ts';
import type { ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import { maskIdentityNumber } from '../../../src-shared/text/identity-number.ts';
import { maskEmail } from '../../../src-shared/text/mask-email.ts';
import { maskPhone } from '../../../src-shared/text/phone.ts';
import type { Draft } from './draft.ts';

/** What the chosen card holds, as the form shows it: the core fills the rest in. Empty where it holds nothing. */
export type OnCard = Readonly<Record<CardField, string>>;

export const nothingOnCard: OnCard = { identityNo: '', phone: '', email: '' };

export function onCardOf({ identityNo, phone, email, revealed }: ConsumerFile): OnCard {
  // What is shown whole just now would stay on the form for longer than it is shown.
  const isShown = (field: 'identity_no' | 'phone' | 'email') => revealed?.fields.includes(field) === true;
  return {
    identityNo: isShown('identity_no') ? maskIdentityNumber(identityNo ?? '') : (identityNo ?? ''),
    phone: isShown('phone') ? maskPhone(phone ?? '') : (phone ?? ''),
    email: isShown('email') ? maskEmail(email ?? '') : (email ?? ''),
  };
}

/** What is left to the card: it holds something, and nothing was typed in its place. */
export function leftToCard(draft: Pick<Draft, 'onCard' | CardField>): readonly CardField[] {
  return cardFields.filter((field) => draft.onCard[field] !== '' && draft[field].trim() === '');
}

export function isCardField(field: string): field is CardField {
  return cardFields.some((known) => known === field);
}

/** What was meant by a change of the masked text: something in its place, or nothing. */
export function typedInstead(masked: string, next: string): string {
  if (next.startsWith(masked)) return next.slice(masked.length);
  return next.includes('•') ? '' : next;
}
