import type { Entry } from '../../../src-shared/ledger/entry.ts';
import type { Seeded } from '../seeded.ts';
import { anApplication } from '../workplace.ts';
import type { Central } from './central.ts';
import type { Counter } from './counter.ts';
import { closing } from './walk-in.ts';

/** Two counters' random day, and what of it was acknowledged. */
export type RandomWork = {
  readonly act: (counter: Counter) => Promise<void>;
  readonly actAsTeam: () => Promise<void>;
  readonly backUp: (counter: Counter) => Promise<void>;
  /** Loses what the counter had not told anybody; nobody can bring that back. */
  readonly restore: (counter: Counter) => Promise<void>;
  /** The words of each acknowledged command, which must be there exactly once in the end. */
  readonly acknowledged: ReadonlySet<string>;
};

const teamCode = 'outage_repair';

export function createRandomWork(central: Central, seeded: Seeded): RandomWork {
  const acknowledged = new Set<string>();
  const untold = new Map<Counter, Set<string>>();
  const backups = new Map<Counter, { readonly file: string; readonly holds: ReadonlySet<string> }>();
  let applications: readonly string[] = [];
  let made = 0;

  function acknowledge(counter: Counter, words: string): void {
    acknowledged.add(words);
    untold.set(counter, (untold.get(counter) ?? new Set()).add(words));
  }

  async function register(counter: Counter, words: string): Promise<boolean> {
    const result = await counter.call('application.register', anApplication({ description: words }));
    if (result.ok) applications = [...applications, result.value.applicationId];
    return result.ok;
  }

  async function step(counter: Counter, words: string): Promise<boolean> {
    const applicationId = seeded.pick(applications);
    const choice = seeded.next();
    if (applicationId === undefined || choice < 0.3) return register(counter, words);
    if (choice < 0.5)
      return (await counter.call('application.route', { applicationId, teamCode, note: words })).ok;
    if (choice < 0.8) {
      const call = { applicationId, result: 'reached', note: words } as const;
      return (await counter.call('application.recordCall', call)).ok;
    }
    return (await counter.call('application.close', closing(applicationId, words))).ok;
  }

  return {
    acknowledged,
    act: async (counter) => {
      made += 1;
      const words = `iş ${made}.`;
      if (await step(counter, words)) acknowledge(counter, words);
    },
    actAsTeam: async () => {
      const applicationId = seeded.pick(applications);
      if (applicationId === undefined) return;
      made += 1;
      const words = `iş ${made}.`;
      const done = await central.actAsTeam(teamCode, applicationId, { kind: 'answer', text: words });
      if (done === 'done') acknowledged.add(words);
    },
    backUp: async (counter) => {
      backups.set(counter, { file: await counter.backUp(), holds: new Set(acknowledged) });
    },
    restore: async (counter) => {
      const backup = backups.get(counter);
      if (backup === undefined) return;
      await counter.stop();
      const told = new Set(wordsIn(await central.entries(counter.branch)));
      for (const words of untold.get(counter) ?? [])
        if (!backup.holds.has(words) && !told.has(words)) acknowledged.delete(words);
      await counter.restore(backup.file);
    },
  };
}

/** The words by which a command of the random day is known again, as often as they are there. */
export function wordsIn(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ type, payload }) => {
    const field = fields[type];
    if (field === undefined || payload === null || typeof payload !== 'object') return [];
    const words = Object.entries(payload).find(([key]) => key === field)?.[1];
    return typeof words === 'string' && words.startsWith('iş ') ? [words] : [];
  });
}

const fields: Readonly<Record<string, string>> = {
  'application.registered': 'description',
  'application.routed': 'note',
  'call.attempted': 'note',
  'application.closed': 'outcome',
  'team.answered': 'answer',
};
