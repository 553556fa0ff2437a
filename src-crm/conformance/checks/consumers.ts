import { randomInt } from 'node:crypto';
import { consumerPageSchema } from '../../../src-shared/contract/gateway.ts';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import { uuidV7 } from '../../lib/ids.ts';
import { createTestCounter } from '../../testing/counter.ts';
import { check, checkWith } from '../check.ts';
import { answered, claim, claimSame } from '../claims.ts';
import { take } from '../steps.ts';

const clause = 'GET /v1/consumers?query=';
const most = 20;

export const consumerChecks = [
  check('consumers: answers with a list of cards', `${clause}: at most ${most}`, async ({ branch }) => {
    for (const query of ['0', '05000000000', '1234567890', 'a', 'Uygunluk Denetimi', `' | ! & :* %`]) {
      const reply = answered(`${clause}${query}`, await branch.consumers(query), consumerPageSchema);
      claim(
        reply.consumers.length <= most,
        `A look-up gave ${reply.consumers.length} cards; at most ${most} are asked for.`,
      );
    }
  }),
  checkWith(
    'consumers: finds a card by each of its numbers and by name',
    `${clause}: by identity number, phone, installation number or name`,
    {
      pick: ({ withConsumer }) => withConsumer || undefined,
      without: '--with-consumer was not given (it leaves a test consumer at the gateway)',
    },
    async ({ branch }) => {
      // No person has an identity number that begins with 0, nor a phone number of the block 500.
      const digits = (count: number) => String(randomInt(10 ** (count - 1), 10 ** count));
      const id = uuidV7(Date.now());
      const card = {
        kind: 'person' as const,
        name: `Uygunluk Denetimi ${lettersOf(digits(9))}`,
        ...{ identityNo: `0${digits(10)}`, phone: `+90500${digits(7)}`, email: null, premises: null },
        installations: [`0${digits(9)}`],
      };
      const counter = createTestCounter({ now: Date.now });
      counter.write(fact({ kind: 'consumer', id }, 'consumer.recorded', card));
      await take(branch, counter.log, counter.entries);
      for (const query of [card.identityNo, card.phone, ...card.installations, card.name]) {
        const { consumers } = answered(
          `${clause}${query}`,
          await branch.consumers(query),
          consumerPageSchema,
        );
        const found = consumers.find((consumer) => consumer.id === id);
        claim(found !== undefined, `The look-up of "${query}" does not find the card that holds it.`);
        claimSame(`The card that was found by "${query}"`, found, { id, ...card });
      }
    },
  ),
];

function lettersOf(digits: string): string {
  return digits.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
}
