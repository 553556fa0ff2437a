import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import { dueAt } from '../../../../src-shared/rules/deadline.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

export type Deadline = { readonly dueAt: string; readonly deadlineBasis: string };

export type ClockStart = {
  readonly registeredAt: string;
  readonly eventAt: string | null;
  readonly topicFields: Readonly<Record<string, string>>;
  /** While it waited for the applicant, and the rule's reason for which the clock stood still. */
  readonly waits: readonly { readonly pause: string | null; readonly from: string; readonly to: string }[];
};

/** The one place where an application's deadline is worked out: instants in ISO 8601, UTC. */
export function deadlineOf(catalogue: Catalogue, topic: Topic, start: ClockStart): Deadline {
  return {
    dueAt: dueAt(topic.deadline, start.registeredAt, catalogue.calendar),
    deadlineBasis: topic.deadline.legalBasis,
  };
}

/** Until when somebody of the team takes what is routed to it at `nowIso`. */
export function takeBy(catalogue: Catalogue, topic: Topic | undefined, nowIso: string): string {
  const { usual, urgent } = catalogue.teams.takeWithin;
  const { amount, unit } = topic?.urgent === true ? urgent : usual;
  return dueAt(
    { amount, unit, legalBasis: '-', confidence: 'low', validFrom: '2018-05-30' },
    nowIso,
    catalogue.calendar,
  );
}

/** Reasons for which the topic's rule lets the clock stand still. */
export function pausesOf(_topic: Topic): readonly string[] {
  return [];
}
