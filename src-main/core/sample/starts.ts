import type { HistoryOptions } from './history-options.ts';
import type { Channel, Ending } from './journey-plan.ts';
import type { OfficeHours } from './office-hours.ts';
import { createRandom, type Random } from './random.ts';

/** Where one application begins; what is not fixed here is drawn. */
export type Start = {
  readonly at: number;
  /** Came to a desk; else by a channel that is open at any hour. */
  readonly isAtDesk: boolean;
  readonly ending?: Ending;
  readonly topicCode?: string;
  readonly channel?: Channel;
};

const minute = 60_000;
const hour = 60 * minute;
const dayMillis = 24 * hour;

/** All applications of the history in the order of their registration, a day at a time. */
export function* startsOf(options: HistoryOptions, hours: OfficeHours): Generator<Start> {
  const random = createRandom(options.seed, 'starts');
  const certain = certainStarts(options, hours).filter(
    ({ at }) => at > options.from && at < options.to - minute,
  );
  const days = busyDays(options, hours);
  const totalLoad = days.reduce((sum, { load }) => sum + load, 0);
  const drawn = Math.max(0, options.applications - certain.length);
  let [loadSoFar, given] = [0, 0];
  for (const { day, load } of days) {
    loadSoFar += load;
    const due = Math.round((drawn * loadSoFar) / totalLoad) - given;
    given += due;
    const ofDay = certain.filter(({ at }) => hours.dayOf(at) === day);
    for (let count = 0; count < due; count += 1) ofDay.push(drawStart(random, day, hours, options));
    yield* ofDay.sort((a, b) => a.at - b.at);
  }
}

function busyDays({ from, to }: HistoryOptions, hours: OfficeHours) {
  const days: { readonly day: number; readonly load: number }[] = [];
  for (let day = hours.dayOf(from) + 1; day <= hours.dayOf(to); day += 1) {
    // The first half of today stands for the day: later than `to` nothing may happen.
    const isToday = day === hours.dayOf(to);
    const load = hours.isWorking(day) ? (isToday ? 0.4 : 1) : 0.08;
    days.push({ day, load });
  }
  return days;
}

function drawStart(random: Random, day: number, hours: OfficeHours, { to }: HistoryOptions): Start {
  const isAtDesk = hours.isWorking(day) && random.chance(0.66);
  const wanted = isAtDesk
    ? hours.within(random, day)
    : hours.startOf(day) + random.int(7 * 3600, 23 * 3600) * 1_000;
  if (wanted < to - minute) return { at: wanted, isAtDesk };
  const since = hours.startOf(day);
  return { at: since + Math.floor(random.next() * Math.max(0, to - minute - since)), isAtDesk: false };
}

/** One of every state and work list, whatever the seed draws, so that no list of a sample is empty. */
function certainStarts({ seed, to }: HistoryOptions, hours: OfficeHours): Start[] {
  const random = createRandom(seed, 'certain');
  const today = hours.dayOf(to);
  const desk = (daysAgo: number, ending: Ending, topicCode?: string): Start => {
    const at = hours.within(random, hours.before(today, daysAgo));
    return { at, isAtDesk: true, ending, ...(topicCode === undefined ? {} : { topicCode }) };
  };
  const leftToday = hours.startOf(today) + dayMillis - to;
  const hourly = (share: number): Start => ({
    at: Math.floor(to - dayMillis + leftToday * share),
    isAtDesk: false,
    ending: 'routed',
    topicCode: 'street_lighting',
    channel: 'switchboard',
  });
  const dueToday = hours.isWorking(today)
    ? [desk(15, 'answered_by_team', 'voltage_quality'), desk(15, 'in_progress_at_team', 'meter_fault')]
    : [];
  return [
    desk(1, 'registered', 'outage_frequent'),
    desk(2, 'registered', 'tree_trimming'),
    ...[5, 6, 8].map((daysAgo) => desk(daysAgo, 'routed', 'pole_line_relocation')),
    ...[6, 7, 9].map((daysAgo) => desk(daysAgo, 'in_progress_at_team', 'generation_ges')),
    desk(8, 'answered_by_team', 'meter_fault'),
    desk(9, 'answered_by_team', 'outage_compensation'),
    desk(10, 'answered_by_team', 'voltage_quality'),
    desk(11, 'answered_by_team', 'street_lighting_new'),
    desk(9, 'contacting_customer', 'meter_test'),
    desk(10, 'contacting_customer', 'illegal_use_objection'),
    desk(8, 'returned_to_router', 'construction_damage'),
    desk(10, 'returned_to_router', 'pole_line_relocation'),
    desk(4, 'waiting_for_applicant', 'connection_new'),
    desk(12, 'waiting_for_applicant', 'equipment_damage'),
    desk(18, 'reopened', 'meter_test'),
    desk(9, 'merged_duplicate', 'tree_trimming'),
    desk(7, 'cancelled_by_applicant', 'pole_line_relocation'),
    desk(24, 'routed', 'street_lighting_new'),
    desk(28, 'in_progress_at_team', 'outage_frequent'),
    desk(22, 'answered_by_team', 'voltage_quality'),
    desk(14, 'closed_twice', 'tree_trimming'),
    desk(20, 'closed_across_answer', 'meter_fault'),
    hourly(0.4),
    hourly(0.7),
    ...dueToday,
  ];
}
