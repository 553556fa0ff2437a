import { expect, test } from 'vitest';
import { shareAnswer } from './shared-answer.ts';

function countedQuestion() {
  const pending: ((answer: string) => void)[] = [];
  let version = 0;
  const ask = shareAnswer(
    () => version,
    () => new Promise<string>((resolve) => pending.push(resolve)),
  );
  return { ask, pending, commit: () => (version += 1) };
}

test('all who ask while it is being answered get one answer, and who asks later a new one', async () => {
  const { ask, pending } = countedQuestion();
  const all = [ask(), ask(), ask()];
  expect(pending).toHaveLength(1);
  pending[0]?.('first');
  expect(await Promise.all(all)).toEqual(['first', 'first', 'first']);
  const later = ask();
  pending[1]?.('second');
  expect(await later).toBe('second');
});

test('who asks after something was written never gets what was read before it', async () => {
  const { ask, pending, commit } = countedQuestion();
  const before = ask();
  commit();
  const after = [ask(), ask()];
  expect(pending).toHaveLength(2);
  pending[1]?.('new');
  pending[0]?.('old');
  expect(await before).toBe('old');
  expect(await Promise.all(after)).toEqual(['new', 'new']);
});

test('an answer that failed is not kept', async () => {
  let tries = 0;
  const ask = shareAnswer(
    () => 0,
    async () => {
      tries += 1;
      if (tries === 1) throw new Error('No answer');
      return tries;
    },
  );
  await expect(ask()).rejects.toThrow('No answer');
  expect(await ask()).toBe(2);
});
