import { randomBytes } from 'node:crypto';
import { succeed } from '../../src-shared/contract/errors.ts';
import { emptyHead, sealEntry } from '../../src-shared/ledger/chain.ts';
import type { NewEntry } from '../../src-shared/ledger/entry.ts';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import { createHybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import { systemActor } from '../core/handler.ts';
import { sha256 } from '../core/ledger/digest.ts';
import { createWriter } from '../core/write.ts';
import type { TestCore } from './make-core.ts';
import { withStore } from './store.ts';
import { signInAgain } from './workplace.ts';

const member = 'usta';

/**
 * Facts that another log wrote a second ago arrive here, as they do by the exchange of logs. The core is opened again,
 * since it holds its store alone, and whoever is at these windows signs in again.
 */
export async function arrive(
  counter: TestCore,
  actor: string,
  facts: readonly NewEntry[],
  windows: readonly string[] = ['clerk', 'admin'],
): Promise<TestCore> {
  const { ports, clock } = counter;
  clock.advance(1_000);
  const hybrid = createHybridClock('elsewhere', clock.now);
  let head = emptyHead(ports.ids.uuid());
  const entries = facts.map((said) => {
    const at = new Date(clock.now()).toISOString();
    const salt = randomBytes(16).toString('hex');
    const context = { id: ports.ids.uuid(), recordedAt: hybrid.next(), at, actor, salt };
    const entry = sealEntry(said, head, context, sha256);
    head = { log: entry.log, seq: entry.seq, hash: entry.hash };
    return entry;
  });
  await withStore(counter, async (store) => {
    const writer = createWriter({ store, ports, hybridClock: hybrid, announce: () => {} });
    await writer.write(systemActor, async (work) => {
      for (const entry of entries) await work.take(entry);
      return succeed(null);
    });
  });
  clock.advance(1_000);
  const again = await counter.reopen();
  for (const window of windows) await signInAgain(again, window);
  return again;
}

function asTeam(counter: TestCore, teamCode: string, said: NewEntry): Promise<TestCore> {
  return arrive(counter, `team:${teamCode}/${member}`, [said]);
}

const streamOf = (id: string) => ({ kind: 'application', id });

export function takeAsTeam(counter: TestCore, id: string, teamCode: string): Promise<TestCore> {
  return asTeam(counter, teamCode, fact(streamOf(id), 'application.taken', { teamCode, member }));
}

export function tellAsTeam(
  counter: TestCore,
  id: string,
  teamCode: string,
  answer: string,
): Promise<TestCore> {
  return asTeam(counter, teamCode, fact(streamOf(id), 'team.answered', { teamCode, member, answer }));
}

export function returnAsTeam(
  counter: TestCore,
  id: string,
  teamCode: string,
  reason: string,
): Promise<TestCore> {
  return asTeam(counter, teamCode, fact(streamOf(id), 'team.returned', { teamCode, member, reason }));
}
