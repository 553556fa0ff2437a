type OfLog = { readonly log: string; readonly entries: readonly unknown[] };
type Waiting<Slice, Answer> = {
  readonly slice: Slice;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

/** Of one transaction, unless the first slice alone has more: whoever comes next should not wait longer than that. */
const mostEntries = 1_000;

/**
 * Gathers the slices that come while a transaction is at work, and writes them in the next one: its round trips and
 * its commit take as long for twenty counters as for one. They wait here and not in the database for the append lock,
 * where each would hold one of the pool's few connections and no feed could be read.
 * @param write one transaction, called for one at a time by owner, with slices of different logs; gives their answers
 *   in the same order. Where it fails for several, each is tried by itself, so that it fails for its own fault alone.
 */
export function makeWriteTogether<Owner extends object, Slice extends OfLog, Answer>(
  write: (owner: Owner, slices: readonly Slice[]) => Promise<readonly Answer[]>,
): (owner: Owner, slice: Slice) => Promise<Answer> {
  const queues = new WeakMap<Owner, Waiting<Slice, Answer>[]>();

  async function writeGroup(owner: Owner, group: readonly Waiting<Slice, Answer>[]): Promise<void> {
    try {
      const answers = await write(
        owner,
        group.map(({ slice }) => slice),
      );
      for (const [index, answer] of answers.entries()) group[index]?.answer(answer);
    } catch (error) {
      if (group.length > 1) for (const one of group) await writeGroup(owner, [one]);
      else group[0]?.fail(error);
    }
  }

  async function drain(owner: Owner, waiting: Waiting<Slice, Answer>[]): Promise<void> {
    while (waiting.length > 0) await writeGroup(owner, takeGroup(waiting));
    queues.delete(owner);
  }

  return (owner, slice) =>
    new Promise((answer, fail) => {
      const mine = { slice, answer, fail };
      const waiting = queues.get(owner);
      if (waiting !== undefined) {
        waiting.push(mine);
        return;
      }
      const queue = [mine];
      queues.set(owner, queue);
      void drain(owner, queue);
    });
}

/** The longest beginning of the queue that one transaction takes: no log twice, since its slices follow each other. */
function takeGroup<Slice extends OfLog, Answer>(
  waiting: Waiting<Slice, Answer>[],
): readonly Waiting<Slice, Answer>[] {
  const logs = new Set<string>();
  let entries = 0;
  const end = waiting.findIndex(({ slice }, index) => {
    entries += slice.entries.length;
    const isOneTooMany = logs.has(slice.log) || entries > mostEntries;
    logs.add(slice.log);
    return index > 0 && isOneTooMany;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}
