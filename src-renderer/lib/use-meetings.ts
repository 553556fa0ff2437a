import type { UseQueryResult } from '@tanstack/react-query';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import type { ScreenFailure } from './screen-result.ts';
import { useQueryMethod } from './use-method.ts';

/** Who signs in at another PC is announced to nobody here. */
const lookAgainMillis = 30_000;

export function useRooms(): UseQueryResult<OutputOf<'meeting.rooms'>, ScreenFailure> {
  return useQueryMethod('meeting.rooms', {}, { everyMillis: lookAgainMillis });
}

/** What concerns the units of whoever is signed in. */
export function useMyMeetings(): UseQueryResult<OutputOf<'meeting.mine'>, ScreenFailure> {
  return useQueryMethod('meeting.mine', {});
}
