import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { generateHistory } from './generate.ts';
import type { TimedFact } from './history-options.ts';
import { sampleBranch } from './sample-branch.ts';
import { sampleDirectory } from './sample-directory.ts';
import { sampleQueue } from './sample-queue.ts';
import { sampleUnits } from './sample-units.ts';

export type SampleOptions = {
  readonly users: readonly { readonly id: string; readonly role: Role }[];
  readonly branch: { readonly code: string; readonly name: string };
  readonly now: number;
  readonly catalogue: Catalogue;
  readonly trackingUrl?: string;
};

const seed = 26_2026;
const pastDays = 150;
const dayMillis = 86_400_000;

/** The past of the sample branch, its queue of today, and the telephone directory. */
export function* sampleHistory(options: SampleOptions): Generator<TimedFact> {
  const { users, branch, now, catalogue, trackingUrl = 'oedas.com.tr/takip' } = options;
  yield* generateHistory({
    ...{ seed, consumers: 300, applications: 400, branch, users, catalogue, trackingUrl },
    ...{ workstationNos: [1, 2, 3], desks: sampleBranch.desks },
    ...{ from: now - pastDays * dayMillis, to: now - 1_000 },
  });
  const idOf = (role: Role) => users.find((user) => user.role === role)?.id ?? 'system';
  const { desks, categories, rooms } = sampleBranch;
  const [unit] = sampleUnits([]);
  yield* sampleQueue({
    ...{ seed, branchCode: branch.code, desks, categories, now: now - 1_000 },
    ...{ issuer: idOf('reception'), clerk: idOf('clerk') },
    meeting: {
      ...{ room: rooms[0], unit, expert: idOf('unit') },
      topic: { code: 'connection_new', label: catalogue.topicLabel('connection_new') },
    },
  });
  yield* sampleDirectory({
    ...{ seed, catalogue, keeper: idOf('administrator'), operator: idOf('reception') },
    ...{ from: now - pastDays * dayMillis, now: now - 1_000 },
  });
}
