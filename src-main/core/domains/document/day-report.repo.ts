import type { Reader } from '../../ledger/entries.repo.ts';
import { reasons } from '../print/reasons.ts';

/** ISO instants; the second is not included. */
export type Span = { readonly from: string; readonly until: string };

/** Numbers that were issued on a day, and those that stand in its queue from earlier ones. */
export async function ticketIdsOf(db: Reader, day: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('tickets')
    .select('id')
    .where('service_day', '=', day)
    .union(db.selectFrom('tickets').select('id').where('queue_day', '=', day))
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Registered or concluded in the span. Among a million the open ones are few and the concluded ones have an index, so
 * nothing is looked for by the time of registration alone.
 */
export async function applicationIdsOf(db: Reader, { from, until }: Span): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('applications')
    .select('id')
    .where('closed_at', 'is', null)
    .where('registered_at', '>=', from)
    .where('registered_at', '<', until)
    .union(
      db
        .selectFrom('applications')
        .select('id')
        .where('closed_at', 'is not', null)
        .where('closed_at', '>=', from)
        .where((row) =>
          row.or([
            row('closed_at', '<', until),
            row.and([row('registered_at', '>=', from), row('registered_at', '<', until)]),
          ]),
        ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Open beyond their deadline at an instant. */
export async function countOverdue(db: Reader, at: string): Promise<number> {
  const open = await db
    .selectFrom('applications')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('closed_at', 'is', null)
    .where('due_at', '<', at)
    .executeTakeFirstOrThrow();
  const closedSince = await db
    .selectFrom('applications')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('closed_at', 'is not', null)
    .where('closed_at', '>=', at)
    .where('due_at', '<', at)
    .executeTakeFirstOrThrow();
  return open.count + closedSince.count;
}

export async function meetingsOf(db: Reader, { from, until }: Span) {
  const row = await db
    .selectFrom('meetings')
    .select((select) => [
      select.fn.countAll<number>().as('opened'),
      select.fn.count<number>('ended_at').filterWhere('status', '=', 'ended').as('ended'),
    ])
    .where('opened_at', '>=', from)
    .where('opened_at', '<', until)
    .executeTakeFirstOrThrow();
  return { opened: row.opened, ended: row.ended };
}

/** What nobody waited for any more did not fail. */
export async function printsOf(db: Reader, { from, until }: Span) {
  const row = await db
    .selectFrom('print_jobs')
    .select((select) => [
      select.fn.countAll<number>().as('requested'),
      select.fn
        .countAll<number>()
        .filterWhere('state', '=', 'failed')
        .filterWhere('reason', '!=', reasons.tooLate)
        .as('failed'),
    ])
    .where('requested_at', '>=', from)
    .where('requested_at', '<', until)
    .executeTakeFirstOrThrow();
  return { requested: row.requested, failed: row.failed };
}

/** The first and last time that anybody signed in, out, or unlocked a screen. */
export async function sessionSpan(db: Reader, { from, until }: Span) {
  const row = await db
    .selectFrom('entries')
    .select((select) => [select.fn.min('at').as('first'), select.fn.max('at').as('last')])
    .where('stream_kind', '=', 'audit')
    .where('at', '>=', from)
    .where('at', '<', until)
    .where('type', '=', 'audit.session')
    .executeTakeFirstOrThrow();
  return { first: row.first, last: row.last };
}
