import type { Calendar } from '../../../src-shared/rules/calendar.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { deadlineOf } from '../../../src-shared/rules/deadline.ts';
import {
  type FilledFields,
  filledIn,
  periodOf,
  ruleInForce,
} from '../../../src-shared/rules/deadline-rule.ts';
import { localDay } from '../../../src-shared/text/format.ts';

export type DueOf = (topic: Topic, at: string, fields: FilledFields) => ReturnType<typeof deadlineOf>;

/** The program's own rule, worked out once for each rule and day: a day's deadline does not know hours. */
export function createDueDates(calendar: Calendar): DueOf {
  const known = new Map<string, ReturnType<typeof deadlineOf>>();
  return (topic, at, fields) => {
    const rule = ruleInForce(topic.deadlines, at);
    const { amount, unit } = periodOf(rule, fields);
    const named = rule.dueField === undefined ? '' : filledIn(fields, rule.dueField);
    if (unit === 'hour' || rule.startEvent !== 'registeredAt')
      return deadlineOf(topic.deadlines, at, fields, calendar);
    const key = `${topic.code}/${localDay(at)}/${amount} ${unit}/${named}`;
    const due = known.get(key) ?? deadlineOf(topic.deadlines, at, fields, calendar);
    known.set(key, due);
    return due;
  };
}
