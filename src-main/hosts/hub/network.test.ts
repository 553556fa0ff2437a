import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultHubPort } from '../../../src-shared/contract/branch.ts';
import { readEntries } from '../../testing/crash/store-evidence.ts';
import { type HubProcess, setUpAnswers, spawnHub } from '../../testing/hub/branch-of-processes.ts';
import { type DeskPc, startDeskPc } from '../../testing/hub/desk-pcs.ts';
import { canMakeNetworks, type Networks, openNetworks } from '../../testing/hub/networks.ts';
import { adminSecrets } from '../../testing/workplace.ts';
import { makeDataDir } from '../web/testing/spawn-web-host.ts';

const patience = { timeout: 30_000, interval: 50 };

// Without root there are no namespaces; the same is tested over a line that can be cut in core/branch.
if (canMakeNetworks()) {
  let folder = makeDataDir();
  let networks: Networks;
  let hub: HubProcess | undefined;
  let desks: DeskPc[] = [];

  beforeEach(() => {
    folder = makeDataDir();
    networks = openNetworks(['hub', 'desk1', 'desk2']);
  });

  afterEach(async () => {
    await Promise.all(desks.map((desk) => desk.stop()));
    desks = [];
    await hub?.stop();
    hub = undefined;
    networks.remove();
    folder.remove();
  });

  async function startHub(steps: readonly string[], answers: readonly string[]): Promise<HubProcess> {
    const dataDir = join(folder.path, 'hub');
    hub = await spawnHub({
      args: ['--data-dir', dataDir, ...steps],
      ...{ answers, port: defaultHubPort, inside: networks.on('hub') },
    });
    return hub;
  }

  async function startDesk(deskNo: number, code: string, isByName: boolean): Promise<DeskPc> {
    const identityFile = join(folder.path, `${deskNo}.pem`);
    const address = isByName ? null : { host: networks.addressOf('hub'), port: defaultHubPort };
    const desk = await startDeskPc({ identityFile, address, code, deskNo }, networks.on(`desk${deskNo}`));
    desks.push(desk);
    return desk;
  }

  test('PCs on a LAN find the hub by name or by address, and a desk whose cable is pulled in the middle calls each number once', async () => {
    const first = await startHub(['--set-up', '--pair'], setUpAnswers);
    const byName = await startDesk(1, first.code ?? '', true);
    await first.stop();
    const { username, password } = adminSecrets;
    const again = await startHub(['--pair'], [username, password]);
    const byAddress = await startDesk(2, again.code ?? '', false);

    await vi.waitFor(() => expect(byName.state()).toBe('connected'), patience);
    const work = { issues: 60, calls: 60, isPatient: true, restMillis: 0 };
    const rounds = Promise.all([byName.work(work), byAddress.work(work)]);
    networks.pull('desk1');
    networks.pull('desk2');
    const states = () => [byName.state(), byAddress.state()];
    await vi.waitFor(() => expect(states()).toEqual(['unreachable', 'unreachable']), patience);
    networks.plugIn('desk1');
    networks.plugIn('desk2');
    const [one, two] = await rounds;

    const called = [...one.called, ...two.called];
    expect([...one.refusals, ...two.refusals]).toEqual([]);
    expect(new Set(called).size).toBe(120);
    await again.stop();
    const entries = await readEntries(again.dataDir);
    for (const type of ['ticket.issued', 'ticket.called', 'ticket.served'])
      expect(entries.filter((entry) => entry.type === type)).toHaveLength(120);
  }, 180_000);
}
