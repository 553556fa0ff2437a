/**
 * Hybrid logical clock (Kulkarni et al., 2014): follows the wall clock, never goes back, and is later than
 * everything this database has seen, so that an effect always sorts after its cause.
 *
 * A stamp is `<ISO wall time>/<counter, 6 hex digits>/<node>`; stamps sort as text. A peer whose clock stands
 * in 2099 drags the order along but never blocks sync; legal times are read from `Entry.at`, the writer's own
 * wall clock, not from here.
 */
export type HybridStamp = string;

const maxCounter = 0xffffff;

export type HybridClock = {
  /** The next stamp for an entry written here. */
  readonly next: () => HybridStamp;
  /** Takes note of a stamp from elsewhere; later stamps of this clock sort after it. */
  readonly observe: (stamp: HybridStamp) => void;
};

/**
 * @param node short id of the database, breaks ties
 * @param now wall clock in milliseconds since 1970
 * @param last the latest stamp that this database holds, if any
 */
export function createHybridClock(node: string, now: () => number, last?: HybridStamp): HybridClock {
  let millis = 0;
  let counter = 0;

  function observe(stamp: HybridStamp): void {
    const seen = parseStamp(stamp);
    if (seen.millis > millis || (seen.millis === millis && seen.counter > counter)) {
      millis = seen.millis;
      counter = seen.counter;
    }
  }

  function next(): HybridStamp {
    const wall = now();
    if (wall > millis) {
      millis = wall;
      counter = 0;
    } else if (counter < maxCounter) {
      counter += 1;
    } else {
      millis += 1;
      counter = 0;
    }
    return formatStamp(millis, counter, node);
  }

  if (last !== undefined) observe(last);
  return { next, observe };
}

export function formatStamp(millis: number, counter: number, node: string): HybridStamp {
  return `${new Date(millis).toISOString()}/${counter.toString(16).padStart(6, '0')}/${node}`;
}

export const stampPattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\/[0-9a-f]{6}\/[0-9a-z-]{1,40}$/;

/** Later, nobody's clock can go on from it in four digits of the year. */
const endOfStamps = Date.parse('9000-01-01T00:00:00.000Z');

/** Whether a text is a stamp that every clock can follow: one that is not would stop all who observe it. */
export function isStamp(text: string): boolean {
  const wall = Date.parse(stampPattern.exec(text)?.[1] ?? '');
  return wall >= 0 && wall < endOfStamps;
}

/** Wall part in milliseconds and the counter. Throws for text that is not a stamp: the entry schema lets none in. */
export function parseStamp(stamp: HybridStamp): { readonly millis: number; readonly counter: number } {
  const [wall = '', counter = ''] = stamp.split('/');
  const parsed = { millis: Date.parse(wall), counter: Number.parseInt(counter, 16) };
  if (Number.isNaN(parsed.millis) || Number.isNaN(parsed.counter)) throw new TypeError('Not a hybrid stamp');
  return parsed;
}
