import { sql } from 'kysely';
import type { TicketStatus } from '../../../../src-shared/ledger/ticket-moves.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export type DayCall = {
  readonly label: string;
  readonly categoryCode: string;
  readonly place: { readonly kind: 'desk' | 'room'; readonly name: string };
  readonly calledAt: string;
  readonly callNo: number;
  readonly isAwaited: boolean;
};

/** Who left by themselves, or was called by mistake, is no longer called. */
const shownStates: readonly TicketStatus[] = ['called', 'serving', 'held', 'served', 'no_show'];

/**
 * The latest calls, to desks and rooms, in the queue of a day, by the latest time that each number was called out. When a call was
 * repeated stands in the ledger alone, since nobody but a display asks for it.
 */
export async function latestCalls(db: Reader, queueDay: string, limit: number): Promise<readonly DayCall[]> {
  const repeatedAt = sql<string>`case when recalls = 0 then called_at else (
    select max(entries.at) from entries
    where stream_kind = 'ticket' and stream_id = tickets.id
      and type in ('ticket.called', 'ticket.recalled')) end`;
  const rows = await db
    .selectFrom('tickets')
    .select(['label', 'category_code', 'desk_name', 'target_kind', 'status', 'recalls'])
    .select(repeatedAt.as('at'))
    .where('queue_day', '=', queueDay)
    .where('called_at', 'is not', null)
    .where('status', 'in', shownStates)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    label: row.label,
    categoryCode: row.category_code,
    place: { kind: row.target_kind === 'room' ? 'room' : 'desk', name: row.desk_name ?? '' },
    calledAt: row.at,
    callNo: row.recalls + 1,
    isAwaited: row.status === 'called',
  }));
}
