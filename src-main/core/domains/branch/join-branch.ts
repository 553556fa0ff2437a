import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { isSealIntact } from '../../../../src-shared/ledger/chain.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { parsePairingCode } from '../../../../src-shared/text/pairing-code.ts';
import { selfOf } from '../../branch/branch.repo.ts';
import { credentialsSchema, joinBackSchema } from '../../branch/messages.ts';
import type { Context } from '../../handler.ts';
import type { Lan, LanAddress, LanConnection } from '../../lan-port.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { saveCredentials } from '../session/users.repo.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';

type Services = {
  readonly db: Reader;
  readonly lan: Lan;
  readonly clock: { readonly now: () => number };
  readonly version: string;
};
type Input = ParsedInputOf<'branch.join'>;

const answerWithinMs = 10_000;

/** Proves the code, asks to be one of the branch, and keeps what the hub gives in one transaction. */
export async function joinBranch(
  { db, lan, clock, version }: Services,
  context: Context,
  { host, port, code, desk }: Input,
): Promise<Result<Record<string, never>>> {
  const self = await selfOf(db);
  const isNew = self.branchCode === '';
  if (isNew && desk === null) return invalid('desk', 'Bankonun kodu ve adı yazılmalı.');
  if (parsePairingCode(code) === undefined)
    return invalid('code', 'Kod 12 harf ve rakamdan oluşur. Örnek: K7M4-9QX2-ABCD');
  const address = { host, port };
  const name = desk?.name ?? self.name;
  const paired = await lan.pair(address, code, { ...self, name });
  if (!paired.ok)
    return paired.failure.kind === 'wrong_code' ? fail('wrong_pairing_code') : fail('hub_unreachable');
  const { fingerprint: hub, self: hubSelf } = paired.value;
  if (!isNew && hubSelf.branchCode !== self.branchCode) return fail('other_branch');

  const connection = await connected(lan, hub, address);
  if (connection === undefined) return fail('hub_unreachable');
  try {
    const asked = await connection.request('join', { workstationNo: self.workstationNo }, answerWithinMs);
    const welcome = asked.ok ? joinBackSchema.safeParse(asked.value).data : undefined;
    if (welcome === undefined) return fail('hub_unreachable');
    if (welcome.kind === 'number_taken') return fail('workstation_taken');
    const secrets = await connection.request('credentials', null, answerWithinMs);
    const shared = secrets.ok ? credentialsSchema.safeParse(secrets.value).data : undefined;
    if (shared === undefined) return fail('hub_unreachable');
    return await context.write(async (work) => {
      for (const entry of welcome.entries) if (isSealIntact(entry, sha256)) await work.take(entry);
      for (const { userId, ...hashes } of shared.credentials) await saveCredentials(work.trx, userId, hashes);
      const known = (await readLocal(work.trx, 'pcAddresses')) ?? {};
      await saveLocal(work.trx, 'pcAddresses', { ...known, [hub]: [address] });
      if (welcome.crm !== null && (await readLocal(work.trx, 'crm')) === undefined)
        await saveLocal(work.trx, 'crm', welcome.crm);
      const { branchCode, workstationNo, isSample } = welcome;
      if (isNew && desk !== null) {
        const opening = { branchCode, workstationNo, continues: null, appVersion: version };
        const stream = { kind: 'workstation', id: `${branchCode}-${workstationNo}` };
        await work.append(fact(stream, 'workstation.opened', opening));
        await saveLocal(work.trx, 'workstation', {
          ...{ workstationNo, isSample, desk: { deskCode: desk.code, deskName: desk.name } },
          setUpAt: new Date(clock.now()).toISOString(),
        });
      }
      for (const topic of ['settings', 'session', 'connection'] as const) work.touch(topic);
      return succeed({});
    });
  } finally {
    connection.close();
  }
}

/** The first connection of this PC: undefined where it does not come about. */
async function connected(
  lan: Lan,
  fingerprint: string,
  address: LanAddress,
): Promise<LanConnection | undefined> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const connection = lan.connect({
    addresses: () => [address],
    fingerprint,
    onMessage: () => {},
    onState: (state) => resolve(state === 'connected'),
  });
  if (await promise) return connection;
  connection.close();
  return undefined;
}

function invalid(path: string, message: string): ReturnType<typeof fail> {
  const fields: readonly FieldError[] = [{ path, message }];
  return fail('invalid_input', fields);
}
