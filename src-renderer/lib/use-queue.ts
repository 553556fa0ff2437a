import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { ScreenFailure } from './screen-result.ts';
import { useQueryMethod } from './use-method.ts';

/** The order, the estimates and the opening hours change as time passes, which nothing announces. */
const lookAgainMillis = 30_000;

export function useQueue(): UseQueryResult<OutputOf<'ticket.queue'>, ScreenFailure> {
  return useQueryMethod('ticket.queue', {}, { everyMillis: lookAgainMillis });
}
