import type { FoundConsumer } from '../../../../src-shared/contract/consumer.ts';
import { maskIdentityNumber } from '../../../../src-shared/text/identity-number.ts';
import { maskPhone } from '../../../../src-shared/text/phone.ts';
import type { KnownConsumer } from './consumer.repo.ts';

/** How a consumer is told from another in a list: nothing of it is whole but the name. */
export function maskedRow({ id, card }: KnownConsumer): FoundConsumer {
  return {
    id,
    kind: card.kind,
    name: card.name,
    maskedIdentityNo: card.identityNo === null ? null : maskIdentityNumber(card.identityNo),
    maskedPhone: card.phone === null ? null : maskPhone(card.phone),
    place: [card.premises?.neighbourhood, card.premises?.district].filter(Boolean).join(', '),
  };
}
