import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import type { Unit } from '../../../../src-shared/contract/unit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Context, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { readDocument } from '../settings/settings.repo.ts';
import type { Night } from '../ticket/night.ts';
import { meetingById } from './meeting.repo.ts';

export type MeetingServices = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Pick<Catalogue, 'topic'>;
  readonly night: Pick<Night, 'closeEarlierDays'>;
};

export type MeetingPlaces = { readonly rooms: readonly Room[]; readonly units: readonly Unit[] };

/** None of what can't be read. */
export async function meetingPlaces(db: Reader): Promise<MeetingPlaces> {
  return {
    rooms: (await readDocument(db, 'rooms')) ?? [],
    units: (await readDocument(db, 'units')) ?? [],
  };
}

export function unitsOfUser(userId: string, units: readonly Unit[]): readonly Unit[] {
  return units.filter(({ memberIds }) => memberIds.includes(userId));
}

/** A unit's own people act for their units alone; whoever sits at a desk for all of them. */
export function mayActFor(context: Context, unitCode: string, units: readonly Unit[]): boolean {
  const { id, role } = userOf(context);
  return role !== 'unit' || unitsOfUser(id, units).some((unit) => unit.unitCode === unitCode);
}

export const meetingStream = (id: string) => ({ kind: 'meeting', id }) as const;

/** The meeting as the unit of work leaves it. */
export async function readMeetingBack(work: Work, meetingId: string): Promise<Meeting> {
  await work.settle();
  const meeting = await meetingById(work.trx, meetingId);
  if (meeting === undefined) throw new Error('A meeting that was just written is not in its table');
  return meeting;
}
