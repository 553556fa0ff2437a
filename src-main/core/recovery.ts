import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Result, succeed } from '../../src-shared/contract/errors.ts';
import { contract } from '../../src-shared/contract/index.ts';
import { fieldErrorsOf, turkishParse } from '../../src-shared/contract/input-errors.ts';
import { type RecoveryWay, recoveryWays, type SystemState } from '../../src-shared/contract/system.ts';
import type { CallBody } from './core.ts';
import type { CoreOptions } from './create-core.ts';
import { listBackups } from './db/backup.ts';
import { errorCodeOf, troubleKindOf, waysOut } from './db/store-trouble.ts';
import type { Trouble } from './explain-trouble.ts';
import { type RunningCore, storeFile } from './running-core.ts';

/**
 * What is left when the store can't be opened: say why, try again, put a backup in its place, or hand the
 * files to support. Nothing is ever deleted.
 */
export function createRecovery(
  { dataDir, ports, version }: CoreOptions,
  { kind, sentence }: Trouble,
  reopen: () => Promise<void>,
): RunningCore {
  const backups = join(dataDir, 'backups');
  const ways: readonly RecoveryWay[] = waysOut[kind];

  async function state(): Promise<SystemState> {
    const trouble = { kind, sentence, ways: [...ways], backups: [...(await backupsIn(backups))] };
    const unknown = { branch: null, desk: null, desks: [], isSample: false, unreadable: [] };
    return { phase: 'trouble', trouble, version, ...unknown };
  }

  async function restore(file: string): Promise<Result<unknown>> {
    const known = (await backupsIn(backups)).some((backup) => backup.file === file);
    if (!known) return fail('invalid_input', [{ path: 'file', message: 'Böyle bir yedek yok.' }]);
    // First the copy, which needs space; then two renames, which can't run out of it.
    const copy = join(dataDir, `${storeFile}.restoring`);
    await copyFile(join(backups, file), copy);
    const aside = join(dataDir, `set-aside-${stampOf(ports.clock.now())}`);
    await mkdir(aside);
    for (const name of await storeFiles(dataDir)) await rename(join(dataDir, name), join(aside, name));
    await rename(copy, join(dataDir, storeFile));
    await reopen();
    return succeed({});
  }

  async function exportStore(): Promise<Result<unknown>> {
    const folder = join(dataDir, `export-${stampOf(ports.clock.now())}`);
    await mkdir(folder);
    for (const name of await storeFiles(dataDir)) await copyFile(join(dataDir, name), join(folder, name));
    return succeed({ folder });
  }

  async function answer(method: string, body: CallBody): Promise<Result<unknown>> {
    const way = recoveryWays.find((known) => method === `recovery.${known}`);
    if (way !== undefined && !ways.includes(way)) return fail('wrong_state');
    switch (method) {
      case 'system.state':
        return succeed(await state());
      case 'recovery.retry':
        await reopen();
        return succeed({});
      case 'recovery.restore': {
        const input = contract[method].input.safeParse(body.input, turkishParse);
        return input.success ? restore(input.data.file) : fail('invalid_input', fieldErrorsOf(input.error));
      }
      case 'recovery.export':
        return exportStore();
      default:
        return fail('store_trouble');
    }
  }

  return {
    dispatch: async (_caller, method, body) => {
      try {
        return await answer(method, body);
      } catch (error) {
        // A folder that can't be written or a full disk may be the trouble itself.
        ports.log.error('recovery failed', { code: errorCodeOf(error) }, error);
        return fail(troubleKindOf(error) === 'disk_full' ? 'disk_full' : 'store_trouble');
      }
    },
    screens: {
      identify: async () => fail('store_trouble'),
      server: async () => undefined,
      report: () => {},
    },
    start: () => {},
    wake: () => {},
    stop: async () => {},
  };
}

async function backupsIn(folder: string) {
  try {
    return await listBackups(folder);
  } catch {
    // The folder itself may be what can't be read; then there is none to offer.
    return [];
  }
}

async function storeFiles(dataDir: string): Promise<readonly string[]> {
  return (await readdir(dataDir)).filter((name) => name === storeFile || name.startsWith(`${storeFile}-`));
}

function stampOf(now: number): string {
  return new Date(now).toISOString().replace(/[:.]/g, '-');
}
