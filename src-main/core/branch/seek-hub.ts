import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import type { Fingerprint, Lan, LanAddress } from '../lan-port.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Clock } from '../ports.ts';
import type { Writer } from '../write.ts';
import { branchEntries, branchPcs } from './branch.repo.ts';
import { addressesOf, rememberAddresses, takeBranchEntries } from './greeting.ts';
import { helloBackSchema } from './messages.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly lan: Lan;
  readonly ownAddresses: () => readonly LanAddress[];
};

const listenForMs = 1_500;
const answerWithinMs = 3_000;

/**
 * Looks for a PC of the branch that has become the hub, and takes what it says of that. Where they are is known from
 * mDNS and from what the hub before has told; who they are, by their keys alone.
 */
export async function seekHub(services: Services): Promise<void> {
  const { db, writer, lan } = services;
  const own = await lan.fingerprint();
  const trusted = (await branchPcs(db)).filter(
    ({ withdrawnAt, fingerprint }) => withdrawnAt === null && fingerprint !== own,
  );
  const found = await lan.find(listenForMs);
  for (const { fingerprint, address } of found)
    if (trusted.some((pc) => pc.fingerprint === fingerprint))
      await rememberAddresses(writer, { [fingerprint]: [address] });
  await Promise.all(
    trusted.map(async ({ fingerprint }) => greet(services, fingerprint, await addressesOf(db, fingerprint))),
  );
}

async function greet(
  services: Services,
  fingerprint: Fingerprint,
  addresses: readonly LanAddress[],
): Promise<void> {
  if (addresses.length === 0) return;
  const { db, writer, clock, lan } = services;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const connection = lan.connect({
    addresses: () => addresses,
    fingerprint,
    onMessage: () => {},
    onState: (state) => resolve(state === 'connected'),
  });
  const cancel = clock.after(answerWithinMs, () => resolve(false));
  try {
    if (!(await promise)) return;
    const greeting = { addresses: [...services.ownAddresses()], entries: [...(await branchEntries(db))] };
    // Its shape is JSON; `payload` is Json by the entry's own type.
    const asked = await connection.request('hello', greeting as Json, answerWithinMs);
    const answer = asked.ok ? helloBackSchema.safeParse(asked.value) : undefined;
    if (answer?.success === true) await takeBranchEntries(writer, answer.data.entries);
  } finally {
    cancel();
    connection.close();
  }
}
