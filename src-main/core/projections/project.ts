import type { Transaction } from 'kysely';
import type { Topic } from '../../../src-shared/contract/define.ts';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import type { Schema } from '../db/schema.ts';
import { entriesOfStream } from '../ledger/entries.repo.ts';
import { projectApplication } from './application.projection.ts';
import { projectAttachments } from './attachment.projection.ts';
import { projectHub, projectPc } from './branch.projection.ts';
import { projectConsents } from './consent.projection.ts';
import { projectConsumer } from './consumer.projection.ts';
import { projectHelp } from './help.projection.ts';
import { projectHold } from './hold.projection.ts';
import { projectMeeting } from './meeting.projection.ts';
import { projectPrints } from './print.projection.ts';
import { projectScreen } from './screen.projection.ts';
import { projectSettings } from './settings.projection.ts';
import { projectCall, projectContact } from './switchboard.projection.ts';
import { projectText } from './text.projection.ts';
import { projectTicket } from './ticket.projection.ts';

type Projection = {
  readonly topics: readonly Topic[];
  readonly run: (trx: Transaction<Schema>, stream: Stream, entries: readonly Entry[]) => Promise<void>;
};

/** What screens query, by the kind of stream; a kind that is not here has no table of its own. */
const projections: Readonly<Record<string, Projection>> = {
  application: {
    topics: ['applications', 'prints', 'attachments', 'consents'],
    run: both(
      both(both(projectApplication, projectPrints), both(projectAttachments, projectConsents)),
      projectHold,
    ),
  },
  ticket: { topics: ['queue', 'prints'], run: both(projectTicket, projectPrints) },
  help: { topics: ['queue'], run: projectHelp },
  meeting: { topics: ['meetings', 'prints'], run: both(projectMeeting, projectPrints) },
  contact: { topics: ['switchboard'], run: projectContact },
  call: { topics: ['switchboard'], run: projectCall },
  consumer: { topics: ['consumers'], run: both(projectConsumer, projectHold) },
  workstation: { topics: ['prints'], run: projectPrints },
  shift: { topics: ['prints'], run: projectPrints },
  settings: { topics: ['settings'], run: projectSettings },
  branch: { topics: ['connection'], run: projectHub },
  pc: { topics: ['connection'], run: projectPc },
  screen: { topics: ['settings'], run: projectScreen },
  text: { topics: ['settings'], run: projectText },
  // Folded when they are asked for: there are a few a year.
  destruction: { topics: ['retention'], run: async () => {} },
};

/** Brings the tables of one stream to what its entries say now. */
export async function project(trx: Transaction<Schema>, stream: Stream): Promise<void> {
  const projection = projections[stream.kind];
  if (projection === undefined) return;
  await projection.run(trx, stream, await entriesOfStream(trx, stream));
}

/** What an announcement about these streams names. */
export function topicsOf(streams: Iterable<Stream>): readonly Topic[] {
  return [...new Set([...streams].flatMap((stream) => projections[stream.kind]?.topics ?? []))];
}

/** Empties every projection and folds the whole ledger again, in one transaction. */
export async function rebuildProjections(trx: Transaction<Schema>): Promise<void> {
  for (const table of [
    'users',
    'settings',
    'tickets',
    'help_calls',
    'meetings',
    'contacts',
    'call_transfers',
    'applications',
    'application_search',
    'consumers',
    'consumer_installations',
    'consumer_search',
    'print_jobs',
    'branch_pcs',
    'branch_hubs',
    'screens',
    'attachments',
    'consents',
    'texts',
    'holds',
  ] as const)
    await trx.deleteFrom(table).execute();
  const streams = await trx
    .selectFrom('entries')
    .select((select) => ['stream_kind', 'stream_id', select.fn.min('position').as('first')])
    .groupBy(['stream_kind', 'stream_id'])
    .orderBy('first')
    .execute();
  for (const stream of streams) await project(trx, { kind: stream.stream_kind, id: stream.stream_id });
}

function both(first: Projection['run'], second: Projection['run']): Projection['run'] {
  return async (trx, stream, entries) => {
    await first(trx, stream, entries);
    await second(trx, stream, entries);
  };
}
