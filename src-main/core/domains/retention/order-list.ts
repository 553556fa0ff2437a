import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Order } from '../../../../src-shared/ledger/reduce-destruction.ts';
import { errorCodeOf } from '../../db/store-trouble.ts';

/**
 * Every order that was carried out here, beside the store: a store that is restored from an old backup has forgotten
 * them, and where there is no CRM and no hub nobody else could tell it. Ids alone, nothing of a person.
 */
const listFile = 'destroyed.jsonl';

const orderSchema = z.strictObject({
  runId: z.string(),
  at: z.string(),
  items: z.array(z.strictObject({ kind: z.string(), id: z.string(), before: z.string() })),
});

export async function readOrderList(dataDir: string): Promise<readonly Order[]> {
  const text = await readFile(join(dataDir, listFile), 'utf8').catch((error: unknown) => {
    if (errorCodeOf(error) === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => orderSchema.parse(JSON.parse(line)));
}

/** Whole or not at all, and once each. */
export async function addToOrderList(dataDir: string, order: Order): Promise<void> {
  const known = await readOrderList(dataDir);
  if (known.some(({ runId }) => runId === order.runId)) return;
  const partial = join(dataDir, `${listFile}.partial`);
  const handle = await open(partial, 'w', 0o600);
  try {
    await handle.writeFile([...known, order].map((one) => `${JSON.stringify(one)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, join(dataDir, listFile));
}
