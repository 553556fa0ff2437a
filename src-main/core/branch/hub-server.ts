import type { z } from 'zod';
import { fail, type Result } from '../../../src-shared/contract/errors.ts';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import type { JobFailed } from '../job-failed.ts';
import type { Fingerprint, Lan, LanAddress, LanListener } from '../lan-port.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Clock } from '../ports.ts';
import type { Committed, Writer } from '../write.ts';
import { createAnnouncer } from './announcer.ts';
import { branchEntries, branchPcs, selfOf } from './branch.repo.ts';
import { addressesOf, rememberAddresses, takeBranchEntries } from './greeting.ts';
import { createHubLedger, cursorOf, latestCursor } from './hub-ledger.ts';
import {
  boundsTakenSchema,
  callSchema,
  type HubPush,
  type helloBackSchema,
  helloSchema,
  joinSchema,
  ledgerAsks,
  type PassedCall,
  type stepDownBackSchema,
} from './messages.ts';
import type { Numbers } from './numbers.ts';
import type { PairingDesk } from './pairing-desk.ts';
import { credentialsToShare, welcome } from './welcome.ts';

/** This PC as the branch's one authority, for as long as it is that. */
export type HubServer = {
  readonly committed: (committed: Committed) => void;
  readonly tell: (message: HubPush) => void;
  readonly connected: () => readonly Fingerprint[];
  readonly disconnect: (pc: Fingerprint) => void;
  readonly close: () => Promise<void>;
};

export type HubServices = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly lan: Lan;
  readonly jobFailed: JobFailed;
  readonly desk: PairingDesk;
  readonly numbers: Numbers;
  readonly port: number;
  readonly isTrusted: (pc: Fingerprint) => boolean;
  readonly carryOut: (from: Fingerprint, call: PassedCall) => Promise<Result<unknown>>;
  /** Waits until no branch command runs, and refuses new ones for a moment. */
  readonly pause: () => Promise<void>;
  readonly onConnectionsChanged: () => void;
};

/** Rejects where the port is taken (`EADDRINUSE`). */
export async function openHubServer(services: HubServices): Promise<HubServer> {
  const { db, writer, lan, desk, numbers, jobFailed } = services;
  const ledger = createHubLedger(db, writer);
  const self = await selfOf(db);
  let cursor = await latestCursor(db);
  let seen: readonly Fingerprint[] = [];
  let isOver = false;

  async function hello(from: Fingerprint, body: Json): Promise<Json> {
    const { addresses, entries } = helloSchema.parse(body);
    await takeBranchEntries(writer, entries);
    if (await rememberAddresses(writer, { [from]: addresses })) tell({ kind: 'greet' });
    const pcs = (await branchPcs(db)).filter(
      ({ withdrawnAt, fingerprint }) => withdrawnAt === null && fingerprint !== from,
    );
    const others = [];
    for (const { fingerprint } of pcs)
      others.push({ fingerprint, addresses: [...(await addressesOf(db, fingerprint))] });
    // Told in the same breath as the answer, so that a PC that has just come may take over soon.
    numbers.repeat();
    lookAround();
    return json<typeof helloBackSchema>({
      addresses: [...ownAddresses()],
      entries: [...(await branchEntries(db))],
      others,
    });
  }

  function ownAddresses(): readonly LanAddress[] {
    return lan.hosts().map((host) => ({ host, port: listener.port }));
  }

  async function stepDown(): Promise<Json> {
    await services.pause();
    announcer.flush();
    return json<typeof stepDownBackSchema>({ cursor });
  }

  const answers: Readonly<Record<string, (from: Fingerprint, body: Json) => Promise<unknown>>> = {
    hello,
    join: (from, body) => welcome(services, from, joinSchema.parse(body)),
    credentials: () => credentialsToShare(db),
    // Whoever asks again asks the PC that is the hub by then.
    call: async (from, body) => {
      if (isOver) return fail('hub_unreachable');
      const result = await services.carryOut(from, callSchema.parse(body));
      // Before the answer: the screen there asks its own store next.
      announcer.tellNow(from);
      return result;
    },
    boundsTaken: async (from, body) => ({
      isGranted: await numbers.taken(from, boundsTakenSchema.parse(body).id),
    }),
    stepDown,
    'ledger.head': (_from, body) => ledger.head(ledgerAsks.head.parse(body).log),
    'ledger.push': (_from, body) => {
      const { log, entries } = ledgerAsks.push.parse(body);
      return ledger.push(log, entries);
    },
    'ledger.giveBack': (_from, body) => ledger.giveBack(ledgerAsks.giveBack.parse(body).entries),
    'ledger.logPage': (_from, body) => {
      const { log, after, limit } = ledgerAsks.logPage.parse(body);
      return ledger.logPage(log, after, limit);
    },
    'ledger.feed': (_from, body) => {
      const { after, limit, exceptLog } = ledgerAsks.feed.parse(body);
      return ledger.feed(after, limit, exceptLog);
    },
  };

  /** Who comes and goes is noticed by what they ask, every two seconds at least. */
  function lookAround(): void {
    const now = listener.connected();
    const hasChanged = now.length !== seen.length || now.some((pc) => !seen.includes(pc));
    seen = now;
    if (hasChanged) services.onConnectionsChanged();
  }

  const listener: LanListener = await lan.listen({
    port: services.port,
    self,
    isTrusted: (pc) => services.isTrusted(pc) || desk.mayJoin(pc),
    answer: async (from, path, body) => {
      numbers.heard(from);
      lookAround();
      // Who has proven the code is let in by joining alone.
      const answer = path === 'join' || services.isTrusted(from) ? answers[path] : undefined;
      if (answer === undefined)
        throw new Error('A PC of the branch asked for what this version does not know');
      // Parsed or made here, so it is JSON.
      return (await answer(from, body)) as Json;
    },
    pairingCode: () => desk.shown()?.code ?? null,
    onPaired: async (pc) => {
      if (pc.self.branchCode === '' || pc.self.branchCode === self.branchCode) desk.onPaired(pc);
    },
    onWrongCode: desk.onWrongCode,
  });

  function tell(message: HubPush, pcs = listener.connected()): void {
    // Its shapes are JSON; `payload` is Json by the entry's own type.
    listener.tell(pcs, message as Json);
  }

  const announcer = createAnnouncer({
    clock: services.clock,
    connected: () => listener.connected(),
    tell: (pcs, message) => tell(message, pcs),
  });

  const stopAdvertising = lan.advertise(self, listener.port).catch((error: unknown) => {
    jobFailed('the hub could not be advertised', error);
    return async () => {};
  });

  return {
    committed: ({ entries }) => {
      const last = entries.at(-1);
      if (last === undefined) return;
      const after = cursor;
      cursor = cursorOf(last.position, last.entry.id);
      announcer.announce({ after, next: cursor, entries: entries.map(({ entry }) => entry) });
    },
    tell: (message) => tell(message),
    connected: () => listener.connected(),
    disconnect: listener.disconnect,
    close: async () => {
      isOver = true;
      announcer.flush();
      await (await stopAdvertising)();
      await listener.close();
    },
  };
}

function json<S extends z.ZodType>(value: z.input<S>): Json {
  return value as Json;
}
