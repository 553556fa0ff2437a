import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { defaultQueuePolicy } from '../../../src-shared/rules/queue-order.ts';
import { readEntries } from '../../testing/crash/store-evidence.ts';
import { type BranchOfProcesses, openBranchOfProcesses } from '../../testing/hub/branch-of-processes.ts';
import { callsAgainstTheRule } from '../../testing/hub/calling-order.ts';
import { type DeskPc, startDeskPc } from '../../testing/hub/desk-pcs.ts';
import { makeDataDir } from '../web/testing/spawn-web-host.ts';

const desks = 30;
const tickets = 10_000;

let branch: BranchOfProcesses;
let pcs: DeskPc[] = [];

afterEach(async () => {
  await Promise.all(pcs.map((pc) => pc.stop()));
  await branch.remove();
});

test(`${desks} desks press next at once for ${tickets} numbers: each is called once, in the order of the rule, and nobody gets an error`, async () => {
  branch = openBranchOfProcesses();
  const hub = await branch.hub();
  const clerk = await branch.desk(1, hub, hub.code ?? '');
  const folder = makeDataDir();
  for (let deskNo = 2; deskNo <= desks + 1; deskNo += 1) {
    const { code } = await clerk.ok('branch.showCode', {});
    const identityFile = join(folder.path, `${deskNo}.pem`);
    const address = { host: '127.0.0.1', port: hub.port };
    pcs.push(await startDeskPc({ identityFile, address, code, deskNo }));
  }
  await clerk.host.stop();

  // Each takes some numbers first and then calls as many: the queue is some hundred deep.
  const rounds = [];
  const issues = Math.ceil(tickets / desks / 20);
  while (rounds.length * issues < tickets)
    rounds.push(
      ...(await Promise.all(
        pcs.map((pc) => pc.work({ issues, calls: issues, isPatient: false, restMillis: 0 })),
      )),
    );
  await Promise.all(pcs.map((pc) => pc.stop()));
  pcs = [];
  await hub.stop();
  folder.remove();
  const entries = await readEntries(hub.dataDir);

  const called = rounds.flatMap((round) => round.called);
  expect(rounds.flatMap(({ refusals }) => refusals)).toEqual([]);
  expect(called.length).toBeGreaterThanOrEqual(tickets);
  expect(new Set(called).size).toBe(called.length);
  expect(entries.filter(({ type }) => type === 'ticket.called')).toHaveLength(called.length);
  expect(callsAgainstTheRule(entries, defaultQueuePolicy)).toEqual([]);
}, 900_000);
