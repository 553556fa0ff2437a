import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../../migrations/index.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { aRegistration, entryWriter } from '../../../src-shared/testing/entries.ts';
import { makeCore, testStoreKey } from '../../testing/make-core.ts';
import { withStore } from '../../testing/store.ts';
import { rowOf } from '../ledger/entries.repo.ts';
import { storeFile } from '../running-core.ts';
import { migrate } from './migrate.ts';
import { closeStore, openStore } from './open.ts';

const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0006'));

test('a store of an earlier version is projected anew, by what this version’s folds say', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'banko-test-'));
  await mkdir(join(dataDir, 'backups'));
  const old = openStore(join(dataDir, storeFile), testStoreKey);
  await migrate(old, async () => {}, before);
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  const keep = (entry: Entry) => old.db.insertInto('entries').values(rowOf(entry)).execute();
  await keep(to.write('application.registered', aRegistration()));
  const closing = { durableMedium: 'sms', satisfaction: 'not_asked' } as const;
  await keep(
    to.write('application.closed', {
      ...closing,
      outcomeKind: 'referred_to_supplier',
      outcome: 'Tedarikçide',
    }),
  );
  await closeStore(old);

  const core = await makeCore({ dataDir });
  const rows = await withStore(core, ({ raw }) => raw.prepare('select id, status from applications').all());
  expect(rows).toEqual([{ id: 'app-1', status: 'referred_to_supplier' }]);
  await core.remove();
});
