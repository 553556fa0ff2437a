import { createApplicationNumbers } from './application-numbers.ts';
import { createConsumers } from './consumers.ts';
import { createDueDates } from './due-dates.ts';
import type { HistoryOptions, TimedFact } from './history-options.ts';
import { createAgenda } from './in-time-order.ts';
import { journeyOf, type Surroundings } from './journey.ts';
import { officeHours } from './office-hours.ts';
import { createRandom } from './random.ts';
import { draftCase } from './registration.ts';
import { startsOf } from './starts.ts';

/**
 * A branch's past as a lazy sequence of facts in the order of time: believable, wholly made up, the same for
 * the same options. Names are combined at random; the numbers are those of `synthetic-numbers.ts`. A million
 * applications need no more memory than the applications that are open at one moment.
 */
export function* generateHistory(options: HistoryOptions): Generator<TimedFact> {
  const hours = officeHours(options.catalogue.calendar);
  const takeNumber = createApplicationNumbers(options.branch.code, options.workstationNos);
  const dueOf = createDueDates(options.catalogue.calendar);
  const consumers = createConsumers(options);
  const clerk = clerkOf(options);
  let previous: Surroundings['previous'];
  const agenda = createAgenda();
  let index = 0;
  for (const start of startsOf(options, hours)) {
    yield* agenda.until(start.at - 1);
    index += 1;
    const random = createRandom(options.seed, 'application', index);
    let subject: ReturnType<typeof consumers.next> | undefined;
    const subjectOf = () => {
      subject = consumers.next(random, start.at);
      return subject;
    };
    const drafted = draftCase(random, start, options, { takeNumber, dueOf, subjectOf });
    const card = subject === undefined ? undefined : consumers.cardAfter(subject, drafted.isOwnPlace);
    const journey = journeyOf(random, drafted, options, { clerk, dueOf, previous }, hours);
    previous = { id: drafted.id, applicationNo: drafted.registration.applicationNo };
    const [first] = journey;
    if (card !== undefined && first !== undefined)
      agenda.add({ at: first.at, actor: first.actor, fact: card });
    for (const fact of journey) if (fact.at <= options.to) agenda.add(fact);
  }
  yield* agenda.until(options.to);
}

function clerkOf({ users }: HistoryOptions): Surroundings['clerk'] {
  const [first, ...rest] = users.filter(({ role }) => role === 'clerk').map(({ id }) => id);
  if (first === undefined) throw new RangeError('A history needs a clerk');
  return (random) => random.pick([first, ...rest]);
}
