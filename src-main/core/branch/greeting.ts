import { isSealIntact } from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import type { Fingerprint, LanAddress } from '../lan-port.ts';
import { sha256 } from '../ledger/digest.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Writer } from '../write.ts';

/** What two PCs tell each other first: which PCs the branch trusts and who its hub is. */
export async function takeBranchEntries(writer: Writer, entries: readonly Entry[]): Promise<void> {
  const news = entries.filter(
    (entry) => (entry.stream.kind === 'branch' || entry.stream.kind === 'pc') && isSealIntact(entry, sha256),
  );
  if (news.length === 0) return;
  await writer.write(systemActor, async (work) => {
    for (const entry of news) await work.take(entry);
    return { ok: true, value: null };
  });
}

export async function addressesOf(db: Reader, pc: Fingerprint): Promise<readonly LanAddress[]> {
  return (await readLocal(db, 'pcAddresses'))?.[pc] ?? [];
}

/** The latest ones come first; a few earlier ones are kept, since DHCP gives them again. True where one is new. */
export async function rememberAddresses(
  writer: Writer,
  found: Readonly<Record<Fingerprint, readonly LanAddress[]>>,
): Promise<boolean> {
  let isNews = false;
  await writer.write(systemActor, async ({ trx }) => {
    const known = (await readLocal(trx, 'pcAddresses')) ?? {};
    const next = { ...known };
    for (const [pc, addresses] of Object.entries(found)) {
      const all = [...addresses, ...(known[pc] ?? [])].map(({ host, port }) => ({ host, port }));
      next[pc] = [
        ...new Map(all.map((address) => [`${address.host}/${address.port}`, address])).values(),
      ].slice(0, mostAddresses);
    }
    isNews = JSON.stringify(next) !== JSON.stringify(known);
    if (isNews) await saveLocal(trx, 'pcAddresses', next);
    return { ok: true, value: null };
  });
  return isNews;
}

const mostAddresses = 8;
