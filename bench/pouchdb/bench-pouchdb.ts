import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { endService, startService } from '../../src-main/adapters/child-service.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import { tell } from '../figure.ts';
import { installPouchDb } from './pouchdb.ts';

const serverSchema = z.object({ url: z.url() });
const replicatedSchema = z.object({
  ...{ pushMillis: z.number(), pushed: z.int(), pullMillis: z.number(), pulled: z.int() },
});
const longestMillis = 20 * 60_000;

/**
 * The same entries as documents, replicated by PouchDB to its own server and back, both in processes of their own.
 * @returns documents a second; undefined where PouchDB is not to be had on this machine
 */
export async function replicateByPouchDb(
  entries: readonly Entry[],
): Promise<{ readonly push: number; readonly pull: number } | undefined> {
  if (!(await installPouchDb())) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'banko-bench-pouchdb-'));
  try {
    const file = join(folder, 'documents.jsonl');
    await writeDocuments(file, entries);
    const served = join(folder, 'server');
    mkdirSync(served);
    const { child, ready } = await startProgram('server.ts', [served], serverSchema, 60_000);
    try {
      const replica = await startProgram(
        'replica.ts',
        [folder, file, ready.url],
        replicatedSchema,
        longestMillis,
      );
      const { pushMillis, pushed, pullMillis, pulled } = replica.ready;
      await endService(replica.child);
      if (pushed !== entries.length || pulled !== entries.length)
        tell(`PouchDB replicated ${pushed} and ${pulled} of ${entries.length} documents`);
      return { push: (pushed * 1_000) / pushMillis, pull: (pulled * 1_000) / pullMillis };
    } finally {
      await endService(child);
    }
  } catch (error) {
    tell(`PouchDB does not run here: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startProgram<T>(
  file: string,
  flags: readonly string[],
  schema: z.ZodType<T>,
  readyWithinMs: number,
) {
  return startService({
    ...{ script: join(import.meta.dirname, file), flags, readyWithinMs },
    parseReady: (line) => (line.startsWith('{') ? schema.safeParse(JSON.parse(line)).data : undefined),
  });
}

async function writeDocuments(path: string, entries: readonly Entry[]): Promise<void> {
  const file = await open(path, 'w');
  for (const entry of entries) await file.write(`${JSON.stringify({ _id: entry.id, ...entry })}\n`);
  await file.close();
}
