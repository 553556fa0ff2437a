import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { hostUnreachable } from './screen-result.ts';

const session = { user: null, isLocked: false, desk: null, lockAfterMinutes: 5 };

describe('an answer from the wire', () => {
  it('is the value where it has the shape that the contract names', () => {
    expect(readAnswer('session.current', { ok: true, value: session })).toEqual({ ok: true, value: session });
  });

  it('is the core’s refusal with its fields', () => {
    const error = { code: 'invalid_input', message: 'x', fields: [{ path: 'pin', message: 'y' }] };
    expect(readAnswer('session.unlock', { ok: false, error })).toEqual({ ok: false, error });
  });

  it('counts as no answer where it can’t be read, so that a repeat keeps its command id', () => {
    const unreadable = [
      undefined,
      null,
      'text',
      {},
      { ok: true },
      { ok: true, value: { ...session, lockAfterMinutes: 'five' } },
      { ok: false },
      { ok: false, error: { code: 'from_a_newer_core', message: 'x' } },
    ];
    const expected = unreadable.map(() => ({ ok: false, error: hostUnreachable }));
    expect(unreadable.map((answer) => readAnswer('session.current', answer))).toEqual(expected);
  });
});
