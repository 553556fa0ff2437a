import { defaultQueuePolicy, inQueueOrder, type QueuePolicy } from './queue-order.ts';
import {
  type Discipline,
  drawVisitors,
  type Served,
  type SimulatedDay,
  simulateDay,
} from './queue-simulation.ts';
import { seededRandom } from './simulated-branch.ts';

/** `aging` is ours (`inQueueOrder`); the other two are what it is measured by. */
export const disciplineNames = ['aging', 'strict_priority', 'arrival'] as const;
export type DisciplineName = (typeof disciplineNames)[number];

export const visitorClasses = ['ordinary', 'priority'] as const;
export type VisitorClass = (typeof visitorClasses)[number];

export type SimulatedMonth = {
  readonly days: readonly SimulatedDay[];
  readonly seed: number;
  readonly policy?: QueuePolicy;
};

/** What the visitors of one class waited under one discipline. */
export type ClassWaits = {
  readonly discipline: DisciplineName;
  readonly visitorClass: VisitorClass;
  readonly visitors: number;
  readonly meanMinutes: number;
  readonly worstMinutes: number;
  readonly waits: readonly number[];
};

/** Any morning; the rules look at differences of time alone. */
const opensAt = Date.parse('2026-03-02T06:00:00.000Z');

/** The days of a month under one discipline. The same seed draws the same visitors for each of them. */
export function simulateMonth(
  { days, seed, policy = defaultQueuePolicy }: SimulatedMonth,
  name: DisciplineName,
): readonly (readonly Served[])[] {
  const random = seededRandom(seed);
  const discipline = disciplineOf(name, policy);
  return days.map((day) => simulateDay(drawVisitors(day, random, opensAt), day.desks, discipline));
}

/** The worst and the mean wait of each class under each discipline. */
export function waitsByClass(month: SimulatedMonth): readonly ClassWaits[] {
  return disciplineNames.flatMap((discipline) => {
    const served = simulateMonth(month, discipline).flat();
    return visitorClasses.map((visitorClass) => {
      const isPriority = visitorClass === 'priority';
      const waits = served
        .filter(({ visitor }) => visitor.priority === isPriority)
        .map(({ waitMinutes }) => waitMinutes);
      return {
        discipline,
        visitorClass,
        visitors: waits.length,
        meanMinutes: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
        worstMinutes: Math.max(...waits),
        waits,
      };
    });
  });
}

function disciplineOf(name: DisciplineName, policy: QueuePolicy): Discipline {
  if (name === 'aging') return (waiting, now) => inQueueOrder(waiting, policy, opensAt + now * 60_000)[0];
  return (waiting) =>
    waiting.toSorted(
      (a, b) =>
        (name === 'strict_priority' ? Number(b.priority) - Number(a.priority) : 0) ||
        a.arrivedAt - b.arrivedAt ||
        (a.id < b.id ? -1 : 1),
    )[0];
}
