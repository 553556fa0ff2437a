import { describe, expect, it } from 'vitest';
import { doublePressMs, makeIntents } from './intent.ts';
import { hostUnreachable, type ScreenResult } from './screen-result.ts';

function arrange(answers: readonly ScreenResult<string>[]) {
  const sent: string[] = [];
  let clock = 0;
  let ids = 0;
  const run = makeIntents<{ text: string }, string>({
    send: async (input, commandId) => {
      const answer = answers[sent.length] ?? { ok: true, value: 'done' };
      sent.push(`${commandId} ${input.text}`);
      return answer;
    },
    newId: () => `c${++ids}`,
    now: () => clock,
  });
  return { run, sent, wait: (millis: number) => (clock += millis) };
}

describe('intents', () => {
  it('sends the same command id again after a lost reply', async () => {
    const { run, sent, wait } = arrange([{ ok: false, error: hostUnreachable }]);
    await run({ text: 'a' });
    wait(5_000);
    await run({ text: 'a' });
    wait(5_000);
    await run({ text: 'a' });
    expect(sent).toEqual(['c1 a', 'c1 a', 'c2 a']);
  });

  it('takes a double press for one wish and a later press for another', async () => {
    const { run, sent, wait } = arrange([]);
    const first = run({ text: 'a' });
    wait(doublePressMs - 1);
    expect(run({ text: 'a' })).toBe(first);
    await first;
    wait(1);
    await run({ text: 'a' });
    expect(sent).toEqual(['c1 a', 'c2 a']);
  });

  it('gives what was changed after a lost reply an id of its own', async () => {
    const { run, sent } = arrange([{ ok: false, error: hostUnreachable }]);
    await run({ text: 'a' });
    await run({ text: 'b' });
    expect(sent).toEqual(['c1 a', 'c2 b']);
  });

  it('makes a new id after a refusal, which is a definite answer', async () => {
    const { run, sent, wait } = arrange([{ ok: false, error: { code: 'queue_empty', message: '' } }]);
    await run({ text: 'a' });
    wait(doublePressMs);
    await run({ text: 'a' });
    expect(sent).toEqual(['c1 a', 'c2 a']);
  });
});
