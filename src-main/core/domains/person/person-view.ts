import type { PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { FieldClass, Sight } from '../../../../src-shared/rules/field-access.ts';
import { maskIdentityNumber } from '../../../../src-shared/text/identity-number.ts';
import { listName } from '../../../../src-shared/text/list-name.ts';
import { maskEmail } from '../../../../src-shared/text/mask-email.ts';
import { maskPhone } from '../../../../src-shared/text/phone.ts';
import type { Sights } from './viewer.ts';

type Applicant = PayloadOf<'application.registered'>['applicant'];
type Person = Pick<Applicant, 'kind' | 'name' | 'identityNo' | 'phone' | 'email'>;

/** Stands where a name may not be known. */
export const informantName = 'Kimliği gizli ihbarcı';

const masks = {
  identity_no: { whole: (value: string) => value, masked: maskIdentityNumber },
  phone: { whole: (value: string) => value, masked: maskPhone },
  landline: { whole: (value: string) => value, masked: maskPhone },
  email: { whole: (value: string) => value, masked: maskEmail },
} as const;

/** A number or an address as this sight has it; null where it has nothing of it, or there is none. */
export function seen(field: keyof typeof masks, value: string | null, sight: Sight): string | null {
  return value === null || sight === 'absent' ? null : masks[field][sight](value);
}

export function seenName({ kind, name }: Pick<Applicant, 'kind' | 'name'>, sight: Sight): string {
  if (sight === 'absent') return informantName;
  return sight === 'whole' ? name : listName(name, isOrganisation(kind));
}

/** Free words, and whatever else has no mask: there or not. */
export function seenWords(value: string, sights: Sights, field: FieldClass = 'words'): string {
  return sights(field) === 'whole' ? value : '';
}

/** Who a person is, within what these sights have. */
export function seenPerson<P extends Person>(person: P, sights: Sights) {
  const { kind, name, identityNo, phone, email } = person;
  return {
    kind,
    name: seenName({ kind, name }, sights('name')),
    identityNo: seen('identity_no', identityNo, sights('identity_no')),
    phone: seen('phone', phone, sights('phone')),
    email: seen('email', email, sights('email')),
  };
}

export function isOrganisation(kind: Applicant['kind']): boolean {
  return kind === 'company' || kind === 'public_body';
}
