import type { Central } from './central.ts';
import { type Counter, openCounter } from './counter.ts';

export type Pair = { readonly one: Counter; readonly two: Counter; readonly remove: () => Promise<void> };

let branches = 100;

/** Two counter PCs of a branch that nobody else has, so that tests can share a gateway. */
export async function openPair(central: Central, starts: readonly string[] = []): Promise<Pair> {
  branches += 1;
  const branch = String(branches);
  const options = { url: central.proxy.url, apiKey: await central.createKey(branch), branch };
  const [first = morning, second = morning] = starts;
  const one = await openCounter({ ...options, workstationNo: 1, startIso: first });
  const two = await openCounter({ ...options, workstationNo: 2, startIso: second });
  return {
    one,
    two,
    remove: async () => {
      await one.remove();
      await two.remove();
    },
  };
}

const morning = '2026-03-10T07:00:00.000Z';
