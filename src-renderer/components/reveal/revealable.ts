import type { RevealField } from '../../../src-shared/rules/field-access.ts';

type Numbers = {
  readonly identityNo: string | null;
  readonly phone: string | null;
  readonly landline?: string | null;
  readonly email: string | null;
};

/** Which numbers there are of somebody. */
export function revealable({ identityNo, phone, landline = null, email }: Numbers): readonly RevealField[] {
  const known = { identity_no: identityNo, phone, landline, email } as const;
  return (['identity_no', 'phone', 'landline', 'email'] as const).filter((field) => known[field] !== null);
}
