import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { saveCredentials } from '../domains/session/users.repo.ts';
import { readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import type { JobFailed } from '../job-failed.ts';
import type { Fingerprint, Lan, LanAddress } from '../lan-port.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Clock } from '../ports.ts';
import type { Writer } from '../write.ts';
import { branchEntries } from './branch.repo.ts';
import { rememberAddresses, takeBranchEntries } from './greeting.ts';
import { type HubLink, type LinkState, openHubLink } from './hub-link.ts';
import { createIntake } from './intake.ts';
import {
  type Bounds,
  boundsTakenBackSchema,
  credentialsSchema,
  helloBackSchema,
  pushSchema,
} from './messages.ts';

/** This PC as one that is joined to a hub. */
export type JoinedPc = {
  readonly link: HubLink;
  /** What the hub has announced so far is in the store. */
  readonly settled: () => Promise<void>;
  /** Tells the hub what this PC knows of the branch's authority; false where it did not hear. */
  readonly greet: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly lan: Lan;
  readonly jobFailed: JobFailed;
  readonly hub: Fingerprint;
  readonly addresses: () => readonly LanAddress[];
  readonly ownAddresses: () => readonly LanAddress[];
  readonly exchange: () => void;
  readonly onState: (state: LinkState) => void;
};

export function openJoinedPc(services: Services): JoinedPc {
  const { db, writer, clock, lan, jobFailed, hub, exchange } = services;
  const intake = createIntake({ db, writer, jobFailed, onGap: exchange });
  const busy = new Set<Promise<unknown>>();

  /** Beside the connection; what fails here is tried again at the next one. */
  function beside(what: string, run: () => Promise<unknown>): void {
    const running: Promise<unknown> = run()
      .catch((error: unknown) => jobFailed(what, error))
      .finally(() => busy.delete(running));
    busy.add(running);
  }

  async function greet(): Promise<boolean> {
    const greeting = { addresses: [...services.ownAddresses()], entries: [...(await branchEntries(db))] };
    // Its shape is JSON; `payload` is Json by the entry's own type.
    const asked = await link.ask('hello', greeting as Json);
    const answer = asked.ok ? helloBackSchema.safeParse(asked.value) : undefined;
    if (answer?.success !== true) return false;
    await takeBranchEntries(writer, answer.data.entries);
    const others = answer.data.others.map(({ fingerprint, addresses }) => [fingerprint, addresses] as const);
    await rememberAddresses(writer, { ...Object.fromEntries(others), [hub]: answer.data.addresses });
    return true;
  }

  async function fetchCredentials(): Promise<void> {
    const asked = await link.ask('credentials', null);
    const answer = asked.ok ? credentialsSchema.safeParse(asked.value) : undefined;
    if (answer?.success !== true) return;
    await writer.write(systemActor, async ({ trx }) => {
      for (const { userId, ...hashes } of answer.data.credentials) await saveCredentials(trx, userId, hashes);
      return { ok: true, value: null };
    });
  }

  async function takeBounds({ id, serviceDay, upTo }: Bounds): Promise<void> {
    await writer.write(systemActor, async ({ trx }) => {
      const before = await readLocal(trx, 'hubBounds');
      const isSame = before?.hub === hub && before.serviceDay === serviceDay;
      await saveLocal(trx, 'hubBounds', {
        hub,
        serviceDay,
        upTo: isSame ? highest(before.upTo, upTo) : upTo,
        isGranted: isSame && before.isGranted,
      });
      return { ok: true, value: null };
    });
    const asked = await link.ask('boundsTaken', { id });
    const answer = asked.ok ? boundsTakenBackSchema.safeParse(asked.value) : undefined;
    if (answer?.data?.isGranted !== true) return;
    await writer.write(systemActor, async ({ trx }) => {
      const taken = await readLocal(trx, 'hubBounds');
      if (taken?.hub === hub && taken.serviceDay === serviceDay && !taken.isGranted)
        await saveLocal(trx, 'hubBounds', { ...taken, isGranted: true });
      return { ok: true, value: null };
    });
  }

  function onMessage(message: Json): void {
    const push = pushSchema.safeParse(message).data;
    if (push?.kind === 'entries') intake.receive(push);
    // A newer hub may say what this version does not know: the feed brings what matters.
    else if (push === undefined || push.kind === 'more') exchange();
    else if (push.kind === 'greet') beside('the hub was not greeted', greet);
    else if (push.kind === 'credentials') beside('credentials were not taken', fetchCredentials);
    else beside('number bounds were not taken', () => takeBounds(push.bounds));
  }

  const link = openHubLink({
    lan,
    clock,
    fingerprint: hub,
    addresses: services.addresses,
    onMessage,
    onState: (state) => {
      services.onState(state);
      if (state !== 'connected') return;
      exchange();
      beside('the hub was not greeted', async () => {
        await greet();
        await fetchCredentials();
      });
    },
  });

  return {
    link,
    settled: intake.settled,
    greet,
    close: async () => {
      link.close();
      await intake.stop();
      await Promise.all(busy);
    },
  };
}

function highest(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const all = { ...one };
  for (const [code, bound] of Object.entries(other)) all[code] = Math.max(bound, all[code] ?? 0);
  return all;
}
