import type { Waiting } from './queue-order.ts';

/** Who is called next of those that wait; `now` in minutes since the opening. */
export type Discipline = (waiting: readonly Visitor[], now: number) => Visitor | undefined;

export type Visitor = Waiting & {
  /** Minutes since the opening. */
  readonly arrivedAt: number;
  readonly serviceMinutes: number;
};

export type SimulatedCategory = {
  readonly code: string;
  /** Of all visitors, in proportion to the other categories. */
  readonly share: number;
  readonly meanServiceMinutes: number;
};

export type SimulatedDay = {
  /** How many come in each hour from the opening on. */
  readonly visitorsByHour: readonly number[];
  readonly desks: number;
  readonly priorityShare: number;
  readonly categories: readonly SimulatedCategory[];
};

export type Served = {
  readonly visitor: Visitor;
  /** Minutes since the opening. */
  readonly calledAt: number;
  readonly waitMinutes: number;
  /** How many stood before this one when it came. */
  readonly aheadAtArrival: number;
};

/**
 * A day's visitors: arrivals at random within each hour, service times lognormal, so that most are short and
 * some long, as at a real counter.
 * @param random uniform in [0, 1), seeded by the caller
 */
export function drawVisitors(day: SimulatedDay, random: () => number, opensAt: number): readonly Visitor[] {
  const visitors: Visitor[] = [];
  for (const [hour, expected] of day.visitorsByHour.entries()) {
    const count = Math.round(expected * (0.75 + random() * 0.5));
    for (let index = 0; index < count; index += 1) {
      const arrivedAt = (hour + random()) * 60;
      const category = pickCategory(day.categories, random);
      visitors.push({
        id: `${String(hour).padStart(2, '0')}-${String(index).padStart(4, '0')}`,
        categoryCode: category.code,
        target: null,
        priority: random() < day.priorityShare,
        issuedAt: new Date(opensAt + arrivedAt * 60_000).toISOString(),
        arrivedAt,
        serviceMinutes: lognormal(category.meanServiceMinutes, random),
      });
    }
  }
  return visitors.sort((a, b) => a.arrivedAt - b.arrivedAt);
}

/** Every desk calls as soon as it is free, until all who came are served. */
export function simulateDay(
  visitors: readonly Visitor[],
  desks: number,
  discipline: Discipline,
): readonly Served[] {
  const freeAt = Array.from({ length: desks }, () => 0);
  const coming = [...visitors];
  const ahead = new Map<string, number>();
  const served: Served[] = [];
  let waiting: Visitor[] = [];
  let now = 0;

  function letIn(until: number): void {
    for (let next = coming[0]; next !== undefined && next.arrivedAt <= until; next = coming[0]) {
      ahead.set(next.id, waiting.length);
      waiting.push(next);
      coming.shift();
    }
  }

  while (coming.length > 0 || waiting.length > 0) {
    const desk = freeAt.indexOf(Math.min(...freeAt));
    now = Math.max(now, freeAt[desk] ?? 0, waiting.length > 0 ? 0 : (coming[0]?.arrivedAt ?? 0));
    letIn(now);
    const called = discipline(waiting, now);
    if (called === undefined) throw new Error('A discipline must call somebody while people wait');
    waiting = waiting.filter((visitor) => visitor !== called);
    freeAt[desk] = now + called.serviceMinutes;
    served.push({
      visitor: called,
      calledAt: now,
      waitMinutes: now - called.arrivedAt,
      aheadAtArrival: ahead.get(called.id) ?? 0,
    });
  }
  return served;
}

function pickCategory(categories: readonly SimulatedCategory[], random: () => number): SimulatedCategory {
  let left = random() * categories.reduce((sum, { share }) => sum + share, 0);
  for (const category of categories) {
    left -= category.share;
    if (left < 0) return category;
  }
  throw new Error('A day needs at least one category');
}

/** With the given mean, and a spread as wide as service times at counters have (sigma 0.7). */
function lognormal(mean: number, random: () => number): number {
  const sigma = 0.7;
  const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mean * Math.exp(sigma * gauss - sigma ** 2 / 2);
}
