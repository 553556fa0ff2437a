import { formatNumber } from '../../../../src-shared/text/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import type { QueueRules } from '../../../lib/settings-drafts.ts';
import classes from './editors.module.css';
import { numberOf } from './number-of.ts';
import { editorsText } from './text.ts';

/** Both numbers of priority in one sentence: urgency on arrival is the head start times the factor (`inQueueOrder`). */
export function PriorityExample({ rules }: { readonly rules: QueueRules }) {
  const text = useText(editorsText);
  const minutes = numberOf(rules.priorityHeadStartMinutes) * numberOf(rules.priorityFactor);
  if (!Number.isFinite(minutes)) return null;
  return <p className={classes.example}>{text.priorityExample(formatNumber(minutes))}</p>;
}
