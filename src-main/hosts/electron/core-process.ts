import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createPorts } from '../../adapters/create-ports.ts';
import { findInstallation } from '../../adapters/installation.ts';
import { createFileLog } from '../../adapters/log.ts';
import { runPowerShell } from '../../adapters/printing/windows/powershell.ts';
import { createWindowsQueues } from '../../adapters/printing/windows/windows-queues.ts';
import { createSampleGateway } from '../../adapters/sample-gateway.ts';
import type { Core } from '../../core/core.ts';
import { createCore } from '../../core/create-core.ts';
import type { Logger } from '../../core/ports.ts';
import { openScreensHost } from '../screens/screens-host.ts';
import { printSilently } from './print-silently.ts';
import { createSafeSecrets } from './secrets.ts';

export type CoreProcess = {
  readonly core: Core;
  readonly log: Logger;
  readonly rendererDir: string;
  readonly stop: () => Promise<void>;
};

/** The core with what Electron supplies to it. */
export async function openCore(dataDir: string): Promise<CoreProcess> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { version, rendererDir, screensDir, gatewayScript } = findInstallation();
  const { log, close } = createFileLog(dataDir);
  const sampleGateway = createSampleGateway({
    script: gatewayScript,
    dataDir,
    log,
    // The gateway is a plain Node program; Electron's binary runs it as one.
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const secrets = createSafeSecrets(join(dataDir, 'store.key.sealed'));
  const queues = process.platform === 'win32' ? createWindowsQueues(runPowerShell, printSilently) : undefined;
  const ports = createPorts({ log, secrets, sampleGateway, dataDir, ...(queues && { queues }) });
  const core = await createCore({ dataDir, ports, version });
  const makeReference = () => ports.ids.uuid().slice(-8);
  const screens = openScreensHost({ core, log, screensDir, makeReference, now: ports.clock.now });
  return {
    core,
    log,
    rendererDir,
    stop: async () => {
      await screens.stop();
      await Promise.all([core.stop(), sampleGateway.stop()]);
      close();
    },
  };
}
