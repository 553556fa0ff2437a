import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type PouchDbClass, requirePouchDb } from './pouchdb.ts';

/** PouchDB's own server on LevelDB, with nothing that a replication does not ask for. Argument: its folder. */
const [folder = ''] = process.argv.slice(2);
const pouchDb: PouchDbClass = requirePouchDb('pouchdb');
const express: () => { use: (handler: unknown) => void; listen: (port: number, host: string) => Server } =
  requirePouchDb('express');
const serve: (db: PouchDbClass, options: object) => unknown = requirePouchDb('express-pouchdb');

const app = express();
app.use(
  serve(pouchDb.defaults({ prefix: join(folder, '/') }), {
    ...{ mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'server.log') },
  }),
);
const server = app.listen(0, '127.0.0.1');
server.once('listening', () => {
  const { port }: Pick<AddressInfo, 'port'> = Object.assign({ port: 0 }, server.address());
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/` }));
});
process.once('SIGTERM', () => process.exit(0));
