import type { SimulatedDay } from './queue-simulation.ts';

/** A busy branch: a rush in the morning and after lunch, four desks that just keep up. For tests and figures. */
export const simulatedBranch: SimulatedDay = {
  visitorsByHour: [30, 44, 46, 38, 22, 40, 42, 34, 18],
  desks: 4,
  priorityShare: 0.15,
  categories: [
    { code: 'general', share: 45, meanServiceMinutes: 6 },
    { code: 'outage', share: 15, meanServiceMinutes: 4 },
    { code: 'connection', share: 15, meanServiceMinutes: 10 },
    { code: 'meter', share: 20, meanServiceMinutes: 5 },
    { code: 'documents', share: 5, meanServiceMinutes: 3 },
  ],
};

/** Mulberry32: enough for a simulation that has to be the same each time. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
