import { randomBytes, randomUUID } from 'node:crypto';
import { emptyHead, sealEntry } from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { connectCrm } from '../../adapters/crm-http.ts';
import { sha256 } from '../../core/ledger/digest.ts';

/** Pushes, as a counter of a later version would, an entry of a type that this version does not know. */
export async function pushFromNewerCounter(
  url: string,
  apiKey: string,
  applicationId: string,
): Promise<Entry> {
  const log = randomUUID();
  const entry = sealEntry(
    {
      stream: { kind: 'application', id: applicationId },
      type: 'drone.sent',
      version: 7,
      payload: { height: 12.5, path: [1, null, 'kuzey'] },
    },
    emptyHead(log),
    {
      id: randomUUID(),
      recordedAt: `2026-03-10T08:00:00.000Z/000000/${log.slice(-12)}`,
      at: '2026-03-10T08:00:00.000Z',
      actor: randomUUID(),
      salt: randomBytes(16).toString('hex'),
    },
    sha256,
  );
  const pushed = await connectCrm({ url, apiKey }).push(log, [entry]);
  if (!pushed.ok) throw new Error(`The gateway refused the entry: ${pushed.failure.kind}`);
  return entry;
}
