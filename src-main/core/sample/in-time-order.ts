import type { TimedFact } from './history-options.ts';

type Waiting = TimedFact & { readonly order: number };

/** Facts that are still to come, the earliest first; of one moment, in the order in which they were added. */
export function createAgenda() {
  const heap: Waiting[] = [];
  let added = 0;

  function isBefore(a: Waiting | undefined, b: Waiting | undefined): boolean {
    if (a === undefined || b === undefined) return a !== undefined;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  function swap(a: number, b: number): void {
    const [first, second] = [heap[a], heap[b]];
    if (first === undefined || second === undefined) return;
    heap[a] = second;
    heap[b] = first;
  }

  function take(): TimedFact | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    heap[0] = last;
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      const smaller = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!isBefore(heap[smaller], heap[parent])) return first;
      swap(smaller, parent);
      parent = smaller;
    }
  }

  return {
    add: (fact: TimedFact): void => {
      added += 1;
      heap.push({ ...fact, order: added });
      for (let child = heap.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (!isBefore(heap[child], heap[parent])) return;
        swap(child, parent);
        child = parent;
      }
    },
    /** Takes out everything up to a moment. */
    *until(at: number): Generator<TimedFact> {
      for (let first = heap[0]; first !== undefined && first.at <= at; first = heap[0]) {
        const next = take();
        if (next !== undefined) yield next;
      }
    },
  };
}
