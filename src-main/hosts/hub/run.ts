import { join } from 'node:path';
import { createPorts } from '../../adapters/create-ports.ts';
import { readState } from '../../adapters/host-caller.ts';
import { findInstallation } from '../../adapters/installation.ts';
import { createKeyFile } from '../../adapters/key-file.ts';
import { createSampleGateway } from '../../adapters/sample-gateway.ts';
import { createCore } from '../../core/create-core.ts';
import { openFolder } from '../program/open-folder.ts';
import type { RunningProgram } from '../program/run-program.ts';
import { StartRefusal } from '../program/start-refusal.ts';
import { openScreensHost } from '../screens/screens-host.ts';
import { openConsole } from './console.ts';
import { takeFirstSteps } from './first-steps.ts';
import type { HubOptions } from './options.ts';

/** A PC of the branch without windows: its authority, or one that stands ready to be it. */
export async function runHub(options: HubOptions): Promise<RunningProgram> {
  const { dataDir } = options;
  const { version, gatewayScript, screensDir } = findInstallation();
  const { log, close: closeLog } = openFolder(dataDir);
  const sampleGateway = createSampleGateway({ script: gatewayScript, dataDir, log });
  const secrets = createKeyFile(join(dataDir, 'store.key'));
  const ports = createPorts({ log, secrets, sampleGateway, dataDir });
  const core = await createCore({ dataDir, ports, version });
  const screens = openScreensHost({
    ...{ core, log, now: ports.clock.now, screensDir },
    makeReference: () => ports.ids.uuid().slice(-8),
  });
  const stop = async (): Promise<void> => {
    await screens.stop();
    await Promise.all([core.stop(), sampleGateway.stop()]);
    closeLog();
  };
  try {
    const { phase, trouble } = await readState(core);
    if (trouble !== null) throw new StartRefusal(trouble.sentence);
    const hasBeginning = options.steps.some(({ kind }) => kind === 'set_up' || kind === 'join');
    if (phase === 'first_run' && !hasBeginning)
      throw new StartRefusal(
        'Bu klasörde henüz bir şube yok. Şubeyi burada kurmak için --set-up, var olan bir şubeye katılmak için --join ADRES verin.',
      );
    core.start();
    const console = openConsole();
    const code = await takeFirstSteps(core, ports.ids, options.steps, console).finally(console.close);
    if (code !== undefined) console.say(`Öteki bilgisayarda yazılacak kod: ${code} (10 dakika geçerli)`);
    return { readyLine: JSON.stringify({ ready: true, dataDir, hosts: ports.lan.hosts(), code }), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
