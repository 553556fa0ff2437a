import type { UnitNow } from '../../../src-shared/contract/meeting.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { rankTopics } from '../../lib/rank-topics.ts';

/** The one whose team the application's topic belongs to, or the only one there is. */
export function unitFor(
  topicCode: string | null,
  topics: readonly Topic[],
  units: readonly UnitNow[],
): string | null {
  const teamCode = topics.find(({ code }) => code === topicCode)?.teamCode;
  const ofTopic = units.find(({ teamCodes }) => teamCode !== undefined && teamCodes.includes(teamCode));
  return (ofTopic ?? (units.length === 1 ? units[0] : undefined))?.unitCode ?? null;
}

/** The unit's own topics first. */
export function topicsFor(unit: UnitNow | undefined, topics: readonly Topic[], search: string) {
  const isOwn = ({ teamCode }: Topic) =>
    teamCode !== undefined && unit?.teamCodes.includes(teamCode) === true;
  return rankTopics(topics, search)
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
    .map(({ code, label }) => ({ value: code, label, disabled: false }));
}
