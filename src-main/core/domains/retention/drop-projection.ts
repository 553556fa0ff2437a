import type { Transaction } from 'kysely';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import type { Schema } from '../../db/schema.ts';
import { project } from '../../projections/project.ts';

/** The tables of a stream from which entries were erased, made again from what is left of it: mostly nothing. */
export async function projectAnew(trx: Transaction<Schema>, stream: Stream): Promise<void> {
  await drop(trx, stream);
  await project(trx, stream);
}

async function drop(trx: Transaction<Schema>, { kind, id }: Stream): Promise<void> {
  await trx.deleteFrom('print_jobs').where('stream_kind', '=', kind).where('stream_id', '=', id).execute();
  switch (kind) {
    case 'application': {
      await dropSearched(trx, 'applications', 'application_search', id);
      await trx.deleteFrom('attachments').where('application_id', '=', id).execute();
      await trx.deleteFrom('consents').where('application_id', '=', id).execute();
      await trx.deleteFrom('consent_seals').where('application_id', '=', id).execute();
      return;
    }
    case 'consumer':
      await dropSearched(trx, 'consumers', 'consumer_search', id);
      await trx.deleteFrom('consumer_installations').where('consumer_id', '=', id).execute();
      await trx.deleteFrom('found_consumers').where('id', '=', id).execute();
      return;
    case 'ticket':
      await trx.deleteFrom('tickets').where('id', '=', id).execute();
      return;
    case 'help':
      await trx.deleteFrom('help_calls').where('id', '=', id).execute();
      return;
    case 'meeting':
      await trx.deleteFrom('meetings').where('id', '=', id).execute();
      return;
    case 'call':
      await trx.deleteFrom('call_transfers').where('id', '=', id).execute();
      return;
  }
}

async function dropSearched(
  trx: Transaction<Schema>,
  table: 'applications' | 'consumers',
  index: 'application_search' | 'consumer_search',
  id: string,
): Promise<void> {
  const row = await trx.deleteFrom(table).where('id', '=', id).returning('row_id').executeTakeFirst();
  if (row !== undefined) await trx.deleteFrom(index).where('rowid', '=', row.row_id).execute();
}
