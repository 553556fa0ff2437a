import { openStore } from '../core/db/open.ts';

/** Run as a process of its own: holds a store until its input ends. Arguments: file, key as hex. */
const [, , file = '', key = ''] = process.argv;
const store = openStore(file, Buffer.from(key, 'hex'));
process.stdout.write('held\n');
process.stdin.resume().on('end', () => store.raw.close());
