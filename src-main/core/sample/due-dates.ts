import type { Calendar } from '../../../src-shared/rules/calendar.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { dueAt } from '../../../src-shared/rules/deadline.ts';
import { localDay } from '../../../src-shared/text/format.ts';

/** The program's own rule, worked out once for each topic and day: a day's deadline does not know hours. */
export function createDueDates(calendar: Calendar): (topic: Topic, at: string) => string {
  const known = new Map<string, string>();
  return (topic, at) => {
    if (topic.deadline.unit === 'hour') return dueAt(topic.deadline, at, calendar);
    const key = `${topic.code}/${localDay(at)}`;
    const due = known.get(key) ?? dueAt(topic.deadline, at, calendar);
    known.set(key, due);
    return due;
  };
}
