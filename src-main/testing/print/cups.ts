import { execFileSync, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.ts';
import { daemonConfig, filesConfig, printScript } from './cups-config.ts';

const daemon = '/usr/sbin/cupsd';
const simulator = '/usr/sbin/ippeveprinter';

/**
 * Whether this machine can run a CUPS and a simulated IPP printer of its own (Debian: cups, cups-filters,
 * cups-ipp-utils, dbus-daemon); as root, since cupsd gives up its rights to print.
 */
export function hasCups(): boolean {
  return (
    userInfo().uid === 0 &&
    [daemon, simulator].every((file) => existsSync(file)) &&
    ['lpadmin', 'dbus-daemon'].every(
      (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined,
    )
  );
}

export type PrivateCups = {
  readonly socketPath: string;
  /** A queue that hands bytes over as they are. */
  readonly addRawQueue: (name: string, port: number) => void;
  /** A queue for a printer of its own that speaks IPP and takes PDF. */
  readonly addIppPrinter: (name: string) => Promise<IppPrinter>;
  readonly disable: (queue: string) => void;
  readonly cancelAll: (queue: string) => void;
  readonly stop: () => Promise<void>;
};

export type IppPrinter = {
  readonly setPaper: (isThere: boolean) => void;
  /** What came out, as files that others can read. */
  readonly papers: () => readonly Uint8Array[];
};

/** A CUPS in a folder and on a socket of its own: no service of the machine is asked, changed or started. */
export async function startCups(): Promise<PrivateCups> {
  const folder = mkdtempSync(join(tmpdir(), 'banko-cups-'));
  const at = (...names: readonly string[]) => join(folder, ...names);
  for (const name of ['etc', 'spool', 'spool/tmp', 'cache', 'state', 'log', 'papers']) mkdirSync(at(name));
  // The daemon's own user goes in and out here.
  for (const name of ['', 'spool', 'spool/tmp', 'cache', 'state', 'log', 'papers'])
    chmodSync(at(name), 0o777);
  const socketPath = at('cups.sock');
  writeFileSync(at('etc', 'cupsd.conf'), daemonConfig(socketPath));
  writeFileSync(at('etc', 'cups-files.conf'), filesConfig(folder));
  const children = [start(daemon, ['-f', '-c', at('etc', 'cupsd.conf'), '-s', at('etc', 'cups-files.conf')])];
  const env = { ...process.env, CUPS_SERVER: socketPath, LC_ALL: 'C' };
  const run = (program: string, args: readonly string[]) =>
    execFileSync(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  await until(() => existsSync(socketPath));

  return {
    socketPath,
    addRawQueue: (name, port) => run('lpadmin', ['-p', name, '-E', '-v', `socket://127.0.0.1:${port}`]),
    addIppPrinter: async (name) => {
      const bus = at('bus');
      // The simulator wants a bus to announce itself on; on this one nobody listens.
      children.push(start('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${bus}`]));
      await until(() => existsSync(bus));
      const port = await freePort();
      const [papers, empty, script] = [at('papers'), at('no-paper'), at('print.sh')];
      writeFileSync(script, printScript(papers, empty), { mode: 0o755 });
      const formats = 'application/pdf,image/pwg-raster,image/urf';
      children.push(
        start(
          simulator,
          ['-p', String(port), '-d', at('spool'), '-r', 'off', '-c', script, '-f', formats, name],
          {
            env: { ...env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${bus}` },
          },
        ),
      );
      const uri = `ipp://localhost:${port}/ipp/print`;
      await until(
        () => spawnSync('lpadmin', ['-p', name, '-E', '-v', uri, '-m', 'everywhere'], { env }).status === 0,
      );
      return {
        setPaper: (isThere) => (isThere ? rmSync(empty, { force: true }) : writeFileSync(empty, '')),
        papers: () =>
          readdirSync(papers)
            .sort()
            .map((file) => readFileSync(join(papers, file))),
      };
    },
    disable: (queue) => run('cupsdisable', [queue]),
    cancelAll: (queue) => run('cancel', ['-a', queue]),
    stop: async () => {
      await Promise.all(children.map(({ stop }) => stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function start(program: string, args: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(program, args, { stdio: 'ignore', ...options });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('CUPS or its printer did not come up');
}
