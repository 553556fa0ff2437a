import { parseArgs } from 'node:util';
import { createLan } from '../../adapters/lan/create-lan.ts';
import { createRecordingLog } from '../recording-log.ts';

/** A PC in a process of its own: a hub that answers, or one that stays connected to a hub. */
const { values } = parseArgs({
  options: {
    identity: { type: 'string' },
    peer: { type: 'string' },
    hub: { type: 'string' },
  },
});
const { identity: identityFile = '', peer = '', hub } = values;
const lan = createLan({ identityFile, log: createRecordingLog().log });

if (hub === undefined) {
  const listener = await lan.listen({
    port: 0,
    self: { branchCode: '26', workstationNo: 1, name: 'Banko 1' },
    isTrusted: (fingerprint) => fingerprint === peer,
    answer: async (_, path, body) => ({ pid: process.pid, path, body }),
    pairingCode: () => null,
    onPaired: async () => undefined,
    onWrongCode: () => undefined,
  });
  process.stdout.write(`${JSON.stringify({ port: listener.port })}\n`);
} else {
  lan.connect({
    addresses: () => [{ host: '127.0.0.1', port: Number(hub) }],
    fingerprint: peer,
    onMessage: () => undefined,
    onState: (state) => process.stdout.write(`${JSON.stringify({ state })}\n`),
  });
}
