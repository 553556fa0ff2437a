import { describe, expect, it } from 'vitest';
import { makeWriteTogether } from './write-together.ts';

type Slice = { readonly log: string; readonly entries: readonly string[] };

const owner = {};

/** Writes nowhere; the first transaction lasts until everything else waits. */
function recorded(isWrong: (slice: Slice) => boolean = () => false) {
  const transactions: string[] = [];
  const first = Promise.withResolvers<void>();
  const writeTogether = makeWriteTogether(async (_owner: object, slices: readonly Slice[]) => {
    transactions.push(slices.map(({ entries }) => entries.slice(0, 1).join()).join(' '));
    if (transactions.length === 1) await first.promise;
    const wrong = slices.find(isWrong);
    if (wrong !== undefined) throw new Error(`${wrong.entries[0]} is wrong`);
    return slices.map(({ entries }) => `${entries[0]} is written`);
  });
  return {
    transactions,
    write: async (...slices: readonly Slice[]) => {
      const answers = slices.map((slice) => writeTogether(owner, slice));
      first.resolve();
      return (await Promise.allSettled(answers)).map((answer) =>
        answer.status === 'fulfilled' ? answer.value : answer.reason.message,
      );
    },
  };
}

const slice = (log: string, name: string, length = 1): Slice => ({ log, entries: Array(length).fill(name) });

describe('slices that come while another is written', () => {
  it('are written in one transaction, each with its own answer', async () => {
    const { transactions, write } = recorded();
    const answers = await write(slice('A', 'a'), slice('B', 'b'), slice('C', 'c'), slice('D', 'd'));
    expect(transactions).toEqual(['a', 'b c d']);
    expect(answers).toEqual(['a is written', 'b is written', 'c is written', 'd is written']);
  });

  it('follow each other where they are of one log', async () => {
    const { transactions, write } = recorded();
    await write(slice('A', 'a1'), slice('B', 'b1'), slice('B', 'b2'), slice('C', 'c'), slice('B', 'b3'));
    expect(transactions).toEqual(['a1', 'b1', 'b2 c', 'b3']);
  });

  it('are no more than a thousand entries at a time, unless one alone is longer', async () => {
    const { transactions, write } = recorded();
    const long = [slice('B', 'b', 600), slice('C', 'c', 400), slice('D', 'd'), slice('E', 'e', 1_200)];
    await write(slice('A', 'a'), ...long);
    expect(transactions).toEqual(['a', 'b c', 'd', 'e']);
  });

  it('fail for their own fault alone', async () => {
    const { transactions, write } = recorded(({ log }) => log === 'C');
    const answers = await write(slice('A', 'a'), slice('B', 'b'), slice('C', 'c'), slice('D', 'd'));
    expect(transactions).toEqual(['a', 'b c d', 'b', 'c', 'd']);
    expect(answers).toEqual(['a is written', 'b is written', 'c is wrong', 'd is written']);
  });

  it('find the way free once all before them is written', async () => {
    const { transactions, write } = recorded();
    await write(slice('A', 'a'));
    expect(await write(slice('A', 'later'))).toEqual(['later is written']);
    expect(transactions).toEqual(['a', 'later']);
  });
});
