import type { Selectable } from 'kysely';
import type { HelpCall } from '../../../../src-shared/contract/help.ts';
import { type HelpStatus, helpStates } from '../../../../src-shared/ledger/reduce-help.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { HelpCallsTable } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

/** So long an answered call is still shown, to the desk that called and to those who were about to come. */
const answerShownMillis = 120_000;
/** Before this nothing can be of today. */
const dayMillis = 86_400_000;

export type KeptHelpCall = HelpCall & { readonly status: HelpStatus };

export async function helpById(db: Reader, id: string): Promise<KeptHelpCall | undefined> {
  const row = await db.selectFrom('help_calls').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : keptOf(row);
}

/** Today's calls that stand, and those that were just answered; the oldest first. */
export async function helpToShow(db: Reader, now: number): Promise<readonly HelpCall[]> {
  const today = localDay(new Date(now).toISOString());
  const rows = await db
    .selectFrom('help_calls')
    .selectAll()
    .where('called_at', '>=', new Date(now - dayMillis).toISOString())
    .orderBy('called_at')
    .execute();
  return rows
    .map(keptOf)
    .filter(({ calledAt }) => localDay(calledAt) === today)
    .filter(({ status, answeredAt }) =>
      status === 'answered' ? now - Date.parse(answeredAt ?? '') < answerShownMillis : status === 'standing',
    )
    .map(helpCallOf);
}

/** The call of a desk that nobody has answered yet. */
export async function standingHelpOf(
  db: Reader,
  deskCode: string,
  now: number,
): Promise<HelpCall | undefined> {
  const shown = await helpToShow(db, now);
  return shown.find(({ desk, answeredBy }) => desk.deskCode === deskCode && answeredBy === null);
}

export function helpCallOf({ status: _, ...call }: KeptHelpCall): HelpCall {
  return call;
}

function keptOf(row: Selectable<HelpCallsTable>): KeptHelpCall {
  const { answering_desk_code: deskCode, answering_desk_name: deskName } = row;
  return {
    id: row.id,
    status: oneOf(helpStates, row.status),
    desk: { deskCode: row.desk_code, deskName: row.desk_name },
    calledAt: row.called_at,
    answeredBy: deskCode === null || deskName === null ? null : { deskCode, deskName },
    answeredAt: row.status === 'answered' ? row.ended_at : null,
  };
}
