import type { Unusual } from '../../../../src-shared/contract/audit.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { auditEntries } from '../../../../src-shared/ledger/other-entries.ts';
import { addDays } from '../../../../src-shared/rules/local-day.ts';
import {
  isStillNoted,
  offHoursReading,
  type ReadingDay,
  type UnusualSign,
  unusualReading,
  unusualSigns,
} from '../../../../src-shared/rules/unusual-reading.ts';
import { isWorkingDay } from '../../../../src-shared/rules/working-days.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { listUsers } from '../session/users.repo.ts';
import { subjectLabels } from './audit.repo.ts';
import { beginOf } from './begin-of-day.ts';
import {
  daysWithTickets,
  notesSince,
  readingDays,
  readingHours,
  readingWithoutWork,
  revealDays,
} from './unusual.repo.ts';

type Services = { readonly db: Reader; readonly clock: Clock; readonly catalogue: Catalogue };
type Found = ReadingDay & {
  readonly sign: UnusualSign;
  readonly usual: number;
  readonly subjectId: string | null;
};

/** Half a year would hide a habit that has changed. */
const comparedDays = 30;

/** Reading that is a reason to ask (Board decision 2018/63), and who has taken note of it. */
export function unusualService({ db, clock, catalogue }: Services): Handlers<'audit.unusual' | 'audit.note'> {
  return {
    'audit.unusual': async () => {
      const first = addDays(localDay(new Date(clock.now()).toISOString()), -comparedDays);
      const from = beginOf(first);
      const found = await foundSince(first, from);
      const names = new Map((await listUsers(db)).map(({ id, displayName }) => [id, displayName]));
      const labels = await subjectLabels(
        db,
        found.flatMap(({ subjectId }) => subjectId ?? []),
      );
      const notes = await notesByKey(db, from);
      const signs = found.map((one): Unusual => {
        const note = notes.get(keyOf(one));
        const isNoted = isStillNoted(note?.count, one.count);
        return {
          ...one,
          displayName: names.get(one.userId) ?? one.userId,
          subject: one.subjectId === null ? null : (labels.get(one.subjectId)?.label ?? ''),
          noted:
            note !== undefined && isNoted ? { by: names.get(note.actor) ?? note.actor, at: note.at } : null,
        };
      });
      return succeed({ signs: signs.toSorted(latestFirst) });
    },

    'audit.note': async (context, { signs }) => {
      const { id } = userOf(context);
      if (signs.some(({ userId }) => userId === id)) return fail('own_reading');
      return context.write(async (work) => {
        for (const sign of signs) await work.append(fact({ kind: 'audit', id }, 'audit.noted', sign));
        work.touch('reading');
        return succeed({});
      });
    },
  };

  async function foundSince(first: string, from: string): Promise<readonly Found[]> {
    const { calendar } = catalogue;
    const open = await daysWithTickets(db, first);
    const isClosedOn = (day: string) => !isWorkingDay(day, calendar) && !open.has(day);
    const offHours = offHoursReading(await readingHours(db, from), isClosedOn);
    const withoutWork = await readingWithoutWork(db, from);
    return [
      ...unusualReading(await readingDays(db, from), 'opened').map(
        (day) => ({ ...day, sign: 'opened', subjectId: null }) as const,
      ),
      ...unusualReading(await revealDays(db, from), 'revealed').map(
        (day) => ({ ...day, sign: 'revealed', subjectId: null }) as const,
      ),
      ...offHours.map((day) => ({ ...day, sign: 'off_hours', usual: 0, subjectId: null }) as const),
      ...withoutWork.map((day) => ({ ...day, sign: 'no_work', usual: 0 }) as const),
    ];
  }
}

function latestFirst(a: Found, b: Found): number {
  return (
    b.day.localeCompare(a.day) ||
    unusualSigns.indexOf(a.sign) - unusualSigns.indexOf(b.sign) ||
    b.count - a.count
  );
}

/** Of one person's file the day is only the last one; the same matter has come up again when more days follow. */
function keyOf({ sign, userId, day, subjectId }: Pick<Found, 'sign' | 'userId' | 'day' | 'subjectId'>) {
  return [sign, userId, subjectId ?? day].join('/');
}

async function notesByKey(db: Reader, from: string) {
  const notes = (await notesSince(db, from)).flatMap(({ at, actor, payload }) => {
    const note = auditEntries['audit.noted'].safeParse(JSON.parse(payload ?? 'null')).data;
    return note === undefined ? [] : [[keyOf(note), { at, actor, count: note.count }] as const];
  });
  return new Map(notes);
}
