import { formatPhone } from '../../../src-shared/text/phone.ts';
import { classifyQuery } from '../../../src-shared/text/query-kind.ts';
import type { Draft } from './draft.ts';

/**
 * Carries what was searched in vain into the field that it belongs to, so that nothing is typed twice:
 * an identity number, a mobile number, an installation number or a name.
 */
export function fillFromQuery(draft: Draft, typed: string): Draft {
  const [likeliest] = classifyQuery(typed);
  switch (likeliest?.kind) {
    case 'identityNumber':
      return {
        ...draft,
        identityNo: likeliest.identityNumber,
        kind: likeliest.type === 'vkn' ? 'company' : draft.kind,
      };
    case 'phone':
      return { ...draft, phone: formatPhone(likeliest.e164) };
    case 'digits':
      return { ...draft, installationNo: likeliest.digits };
    case 'words':
      return { ...draft, name: typed.trim() };
    default:
      return draft;
  }
}
