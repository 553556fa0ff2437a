import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { TopicSelect } from '../../components/topic/topic-select.tsx';
import { withTopic } from './draft.ts';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { useChangeDraft, useField } from './use-sheet.ts';

export function TopicPicker({ topics }: { readonly topics: readonly Topic[] }) {
  const change = useChangeDraft();
  const { value, message, path } = useField('topicCode');
  return (
    <TopicSelect
      className={classes.cell}
      style={spanOf(6)}
      data-path={path}
      data-missing={value === ''}
      topics={topics}
      value={value}
      onChoose={(topic) => change((draft) => withTopic(draft, topic))}
      error={message}
      withAsterisk
      aria-required
    />
  );
}
