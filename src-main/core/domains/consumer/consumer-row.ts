import type { FoundConsumer } from '../../../../src-shared/contract/consumer.ts';
import { maskIdentityNumber } from '../../../../src-shared/text/identity-number.ts';
import { listName } from '../../../../src-shared/text/list-name.ts';
import { maskPhone } from '../../../../src-shared/text/phone.ts';
import { isOrganisation } from '../person/person-view.ts';
import type { KnownConsumer } from './consumer.repo.ts';

/** How a consumer is told from another in a list: nothing of it is whole but what was typed. */
export function maskedRow({ id, card }: KnownConsumer, typed: string): FoundConsumer {
  return {
    id,
    kind: card.kind,
    name: listName(card.name, isOrganisation(card.kind), typed),
    maskedIdentityNo: card.identityNo === null ? null : maskIdentityNumber(card.identityNo),
    maskedPhone: card.phone === null ? null : maskPhone(card.phone),
    place: [card.premises?.neighbourhood, card.premises?.district].filter(Boolean).join(', '),
  };
}
