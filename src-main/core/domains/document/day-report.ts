import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import type { DayReport } from '../../../../src-shared/paper/day-report.ts';
import { addDays } from '../../../../src-shared/rules/local-day.ts';
import { ticketDay } from '../../../../src-shared/rules/ticket-day.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { applicationDay } from './application-day.ts';
import {
  applicationIdsOf,
  countOverdue,
  meetingsOf,
  printsOf,
  type Span,
  sessionSpan,
  ticketIdsOf,
} from './day-report.repo.ts';
import { desksOf } from './desk-days.ts';
import { queueDay } from './queue-day.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue };

/** A local day as instants: Turkey has one time and no summer time. */
function spanOf(day: string): Span {
  const at = (local: string) => new Date(`${local}T00:00:00.000+03:00`).toISOString();
  return { from: at(day), until: at(addDays(day, 1)) };
}

/** What the branch did on a day, as this store knows it at this moment. @param day `yyyy-MM-dd` */
export async function dayReport(
  { db, catalogue }: Services,
  day: string,
  nowIso: string,
): Promise<DayReport> {
  const span = spanOf(day);
  const isRunning = nowIso < span.until;
  const names = await actorNames(db, catalogue);
  const tickets = await eachStream(db, 'ticket', await ticketIdsOf(db, day), ticketDay);
  const applications = await eachStream(db, 'application', await applicationIdsOf(db, span), foldApplication);
  const sessions = await sessionSpan(db, span);
  const taken = applicationDay(applications, span, (code) => catalogue.topic(code)?.group);
  return {
    ...{ day, madeAt: nowIso, isRunning },
    ...{ firstAt: sessions.first, lastAt: sessions.last },
    ...queueDay(tickets, day, span),
    desks: desksOf(
      { calls: tickets, registrations: taken.registrations },
      (await readDocument(db, 'desks')) ?? [],
      { span, nameOf: names.actor },
    ),
    meetings: await meetingsOf(db, span),
    channels: taken.channels,
    applications: taken.total,
    concluded: taken.concluded,
    overdue: await countOverdue(db, isRunning ? nowIso : span.until),
    sms: taken.sms,
    prints: await printsOf(db, span),
  };
}

async function eachStream<T>(
  db: Reader,
  kind: string,
  ids: readonly string[],
  read: (entries: Awaited<ReturnType<typeof entriesOfStream>>) => T | undefined,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (const id of ids) {
    const one = read(await entriesOfStream(db, { kind, id }));
    if (one !== undefined) all.push(one);
  }
  return all;
}
