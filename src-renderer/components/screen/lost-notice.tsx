import { formatDateTime, formatTime, localDay } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import type { Link } from '../../lib/screen/follower.ts';
import { screenText } from './text.ts';

type Props = {
  readonly link: Link;
  /** The core's time of what is shown. */
  readonly heardAt: string;
  readonly now: number;
  readonly className?: string | undefined;
};

/** Says of what is still shown when it was true; nothing while it is. */
export function LostNotice({ link, heardAt, now, className }: Props) {
  const text = useText(screenText);
  if (link === 'connected') return null;
  const isOfToday = localDay(heardAt) === localDay(new Date(now).toISOString());
  return (
    <p className={className} role="status">
      {text.lost(isOfToday ? formatTime(heardAt) : formatDateTime(heardAt))}
    </p>
  );
}
