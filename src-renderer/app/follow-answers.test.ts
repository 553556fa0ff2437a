import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { fail, succeed } from '../../src-shared/contract/errors.ts';
import { followAnswers } from './follow-answers.ts';

type Follow = ReturnType<typeof followAnswers>;

/** Whether the session is asked for again after one answer. */
function isSessionStaleAfter(...answer: Parameters<Follow>): boolean {
  const queries = new QueryClient();
  queries.setQueryData(['session.current', {}], {});
  followAnswers(queries)(...answer);
  return queries.getQueryState(['session.current', {}])?.isInvalidated === true;
}

it('asks for the session again when it was changed from here, or is no longer what it was', () => {
  expect(isSessionStaleAfter('session.unlock', succeed({}))).toBe(true);
  expect(isSessionStaleAfter('ticket.queue', fail('locked'))).toBe(true);
  expect(isSessionStaleAfter('session.active', fail('locked'))).toBe(true);
  expect(isSessionStaleAfter('ticket.callNext', fail('not_signed_in'))).toBe(true);
});

it('asks nothing where nothing has changed, as after each telling of input', () => {
  expect(isSessionStaleAfter('session.active', succeed({}))).toBe(false);
  expect(isSessionStaleAfter('session.current', succeed({}))).toBe(false);
  expect(isSessionStaleAfter('session.unlock', fail('wrong_pin'))).toBe(false);
  expect(isSessionStaleAfter('ticket.callNext', fail('queue_empty'))).toBe(false);
});
