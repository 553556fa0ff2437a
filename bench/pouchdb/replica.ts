import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { timed } from '../figure.ts';
import { type PouchDb, type PouchDbClass, requirePouchDb } from './pouchdb.ts';

/**
 * Documents of a file, a line each, into a PouchDB on LevelDB; from there to the server, and from the server into an
 * empty one. Prints what the two replications took. Arguments: folder, file, the server's address.
 */
const [folder = '', file = '', url = ''] = process.argv.slice(2);
const create: PouchDbClass = requirePouchDb('pouchdb');
const documentSchema = z.looseObject({ _id: z.string() });
/** The fastest of 100, 500, 1,000 and 2,000 documents a batch. */
const options = { batch_size: 1_000, batches_limit: 10 };

const first = new create(join(folder, 'first'));
await load(first);
const server = new create(new URL('entries', url).href);
const pushMillis = await timed(() => first.replicate.to(server, options));
const pushed = (await server.info()).doc_count;
const second = new create(join(folder, 'second'));
const pullMillis = await timed(() => second.replicate.from(server, options));
const pulled = (await second.info()).doc_count;
console.log(JSON.stringify({ pushMillis, pushed, pullMillis, pulled }));
process.exit(0);

async function load(db: PouchDb): Promise<void> {
  let batch: { _id: string }[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(documentSchema.parse(JSON.parse(line)));
    if (batch.length < options.batch_size) continue;
    await db.bulkDocs(batch);
    batch = [];
  }
  if (batch.length > 0) await db.bulkDocs(batch);
}
