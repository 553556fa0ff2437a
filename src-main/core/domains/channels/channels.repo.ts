import {
  type Channel,
  type ChannelProcedure,
  type ChannelsFile,
  channelsAsKept,
  procedureOf,
} from '../../../../src-shared/rules/channels.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';

/** The procedures in force: the branch's own, or those that were shipped. */
export async function channelsNow(db: Reader, catalogue: Catalogue): Promise<ChannelsFile> {
  return (await readDocument(db, 'channels')) ?? catalogue.channels;
}

/**
 * The procedure that an application began with. Every version ever in force is still in the ledger; where it can't be
 * found or read, as with an application older than the procedures, the one in force now is the nearest.
 */
export async function procedureBegunWith(
  db: Reader,
  catalogue: Catalogue,
  { channel, channelsVersion }: { readonly channel: Channel; readonly channelsVersion?: number | undefined },
): Promise<ChannelProcedure> {
  const now = await channelsNow(db, catalogue);
  if (channelsVersion === undefined || channelsVersion === now.version) return procedureOf(now, channel);
  if (channelsVersion === catalogue.channels.version) return procedureOf(catalogue.channels, channel);
  const before = await versionInLedger(db, channelsVersion);
  return procedureOf(before ?? now, channel);
}

async function versionInLedger(db: Reader, version: number): Promise<ChannelsFile | undefined> {
  const rows = await db
    .selectFrom('entries')
    .select('payload')
    .where('stream_kind', '=', 'settings')
    .where('stream_id', '=', 'channels')
    .where('payload', 'is not', null)
    .orderBy('position', 'desc')
    .execute();
  for (const { payload } of rows) {
    const { value } = JSON.parse(payload ?? '{}');
    const read = channelsAsKept.safeParse(value);
    if (read.success && read.data.version === version) return read.data;
  }
  return undefined;
}
