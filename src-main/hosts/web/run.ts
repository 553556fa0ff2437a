import { join } from 'node:path';
import type { SampleUser } from '../../../src-shared/contract/system.ts';
import { createPorts } from '../../adapters/create-ports.ts';
import { readState } from '../../adapters/host-caller.ts';
import { findInstallation } from '../../adapters/installation.ts';
import { createKeyFile } from '../../adapters/key-file.ts';
import { createSampleGateway, type GatewayReady } from '../../adapters/sample-gateway.ts';
import { createCore } from '../../core/create-core.ts';
import { portOf } from '../http/http-app.ts';
import { openFolder } from '../program/open-folder.ts';
import type { RunningProgram } from '../program/run-program.ts';
import { StartRefusal } from '../program/start-refusal.ts';
import { openScreensHost, type ScreensHost } from '../screens/screens-host.ts';
import { makeToken } from './access.ts';
import { openOneTimeDoor } from './one-time-door.ts';
import { openBrowser } from './open-browser.ts';
import type { WebOptions } from './options.ts';
import { prepareDemo, sampleGatewayReady } from './sample.ts';
import { createServer } from './server.ts';

/** Opens the store, serves it on loopback and prints where. */
export async function runWebHost(options: WebOptions): Promise<RunningProgram> {
  const installation = findInstallation();
  const { log, close: closeLog } = openFolder(options.dataDir);
  const gateway = createSampleGateway({
    script: installation.gatewayScript,
    dataDir: options.dataDir,
    log,
  });
  const secrets = createKeyFile(join(options.dataDir, 'store.key'));
  const ports = createPorts({ log, secrets, sampleGateway: gateway, dataDir: options.dataDir });
  const core = await createCore({ dataDir: options.dataDir, ports, version: installation.version });
  const token = makeToken();
  const door = openOneTimeDoor();
  const { rendererDir, screensDir } = installation;
  const makeReference = () => ports.ids.uuid().slice(-8);
  const app = await createServer({
    core,
    log,
    token,
    door,
    rendererDir,
    makeReference,
  });
  let screens: ScreensHost | undefined;
  const stop = async (): Promise<void> => {
    await screens?.stop();
    await app.close();
    // Together: a call to the gateway that is under way ends with it.
    await Promise.all([core.stop(), gateway.stop()]);
    closeLog();
  };

  try {
    const { trouble } = await readState(core);
    if (trouble?.kind === 'in_use')
      throw new StartRefusal(`Banko bu klasörle zaten çalışıyor: ${options.dataDir}`);
    await listen(app, options.port);
    core.start();
    screens = openScreensHost({ core, log, screensDir, makeReference, now: ports.clock.now });
    const users = options.isDemo ? await prepareDemo(core, ports.ids) : undefined;
    if (options.isDemo) await sampleGatewayReady(core, gateway, log);

    const url = `http://127.0.0.1:${portOf(app)}/`;
    if (options.opensBrowser) openBrowser(new URL(door.path, url).href);
    const readyLine = describeHost({ url, token, dataDir: options.dataDir, crm: gateway.ready(), users });
    return { readyLine, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function describeHost(host: {
  readonly url: string;
  readonly token: string;
  readonly dataDir: string;
  readonly crm: GatewayReady | undefined;
  readonly users: readonly SampleUser[] | undefined;
}): string {
  const { url, token, dataDir, crm, users } = host;
  return JSON.stringify({
    ready: true,
    url,
    token,
    page: `${url}#token=${token}`,
    dataDir,
    crm: crm && { url: crm.url, pages: crm.pages, members: crm.demo.members },
    users,
  });
}

async function listen(app: Awaited<ReturnType<typeof createServer>>, port: number): Promise<void> {
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE')
      throw new StartRefusal(`${port} numaralı port kullanımda. --port ile başka bir port verin.`);
    if (code === 'EACCES')
      throw new StartRefusal(
        `${port} numaralı portu açma izni yok. --port ile 1024’ten büyük bir port verin.`,
      );
    throw error;
  }
}
