import { formatTime } from '../../src-shared/text/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useHubAway } from '../lib/use-branch.ts';
import { branchText } from './branch-text.ts';
import { Note } from './note.tsx';

/** Above a queue that nobody can change now: as of when it is. What it waits for stands above every screen. */
export function QueueAsKnown() {
  const text = useText(branchText);
  const away = useHubAway();
  if (away === null) return null;
  return (
    <Note tone="warning">
      {away.lostAt === null ? text.queueAsOfUnknown : text.queueAsOf(formatTime(away.lostAt))}
    </Note>
  );
}
