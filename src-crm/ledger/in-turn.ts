const lastOf = new WeakMap<object, Promise<void>>();

/**
 * One after the other, in the order of asking, for each `owner`. The pushes of a process wait here and not in the
 * database for the append lock: whoever waits there holds one of the pool's few connections, and with fifty counters
 * pushing at once no feed could be read and no key looked up.
 */
export function inTurn<T>(owner: object, run: () => Promise<T>): Promise<T> {
  const mine = (lastOf.get(owner) ?? Promise.resolve()).then(run);
  const nothing = () => {};
  lastOf.set(owner, mine.then(nothing, nothing));
  return mine;
}
