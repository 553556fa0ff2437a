import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import { dueAt, deadlineOf as ruledDeadline } from '../../../../src-shared/rules/deadline.ts';
import {
  defaultRule,
  type FilledFields,
  type PauseReason,
  pauseReasons,
  periodOf,
  ruleInForce,
} from '../../../../src-shared/rules/deadline-rule.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

export type Deadline = { readonly dueAt: string; readonly deadlineBasis: string };

export type ClockStart = {
  readonly registeredAt: string;
  readonly topicFields: FilledFields;
  /** While something was waited for, and the rule's reason for which the clock stood still. */
  readonly waits: readonly { readonly pause: string | null; readonly from: string; readonly to: string }[];
};

/** When an application is due, by the version of its topic's rule that was in force when it was registered. */
export function deadlineOf(
  { calendar }: Pick<Catalogue, 'calendar'>,
  { deadlines }: Pick<Topic, 'deadlines'>,
  { registeredAt, topicFields, waits }: ClockStart,
): Deadline {
  const pauses = waits.flatMap(({ pause, from, to }) => {
    const reason = pauseReasons.find((known) => known === pause);
    return reason === undefined ? [] : [{ reason, from, to }];
  });
  return ruledDeadline(deadlines, registeredAt, topicFields, calendar, pauses);
}

/** The deadline of what is opened again: the whole period once more, whatever event or letter began the first. */
export function deadlineAgain(
  catalogue: Pick<Catalogue, 'calendar'>,
  { deadlines }: Pick<Topic, 'deadlines'>,
  start: ClockStart,
): Deadline {
  const rule = ruleInForce(deadlines, start.registeredAt);
  const { pauses, legalBasis } = rule;
  const again = { ...defaultRule, ...periodOf(rule, start.topicFields), pauses, legalBasis };
  return deadlineOf(catalogue, { deadlines: [again] }, start);
}

/** Until when somebody of the team takes what is routed to it at `nowIso`. */
export function takeBy({ teams, calendar }: Catalogue, topic: Topic | undefined, nowIso: string): string {
  const { usual, urgent } = teams.takeWithin;
  const period = topic?.urgent === true ? urgent : usual;
  return dueAt({ ...defaultRule, ...period }, { startedAt: nowIso }, calendar);
}

/** Reasons for which the topic's rule, as it was on the day of registration, lets the clock stand still. */
export function pausesOf(topic: Topic, registeredAt: string): readonly PauseReason[] {
  return ruleInForce(topic.deadlines, registeredAt).pauses;
}
