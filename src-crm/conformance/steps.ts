import { logHeadSchema, pushReplySchema } from '../../src-shared/contract/gateway.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import { answered } from './claims.ts';
import type { Client } from './client.ts';

/** Pushes what must be taken. */
export async function take(client: Client, log: string, entries: readonly Entry[]) {
  return answered(`Push of ${entries.length} entries`, await client.push(log, entries), pushReplySchema);
}

export async function headAt(client: Client, log: string) {
  return answered('GET /v1/logs/:log/head', await client.head(log), logHeadSchema);
}
