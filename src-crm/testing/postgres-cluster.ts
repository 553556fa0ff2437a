import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Cluster = { readonly urlOf: (database: string) => string; readonly stop: () => void };

/** Where PostgreSQL's own programs are; undefined on a machine without a server. */
export function findPostgres(): string | undefined {
  const asked = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const bin = asked.status === 0 ? asked.stdout.trim() : '';
  return bin !== '' && existsSync(join(bin, 'initdb')) ? bin : undefined;
}

/** A private server in a temporary folder, reached through a socket there and by no network. */
export function startCluster(bin: string, fsync: 'on' | 'off' = 'off'): Cluster {
  const folder = mkdtempSync(join(tmpdir(), 'banko-pg-'));
  // initdb refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'));

  function run(program: string, args: readonly string[]): void {
    const path = join(bin, program);
    const [command, rest] = isRoot ? ['runuser', ['-u', 'postgres', '--', path, ...args]] : [path, args];
    execFileSync(command, rest, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=${fsync}`;
  run('pg_ctl', ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', options, 'start']);

  let isRunning = true;
  function stop(): void {
    if (!isRunning) return;
    isRunning = false;
    process.off('exit', stop);
    run('pg_ctl', ['-D', data, '-w', '-s', '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
  process.on('exit', stop);
  return {
    urlOf: (database) => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`,
    stop,
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}
