import { Group, Select, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { rankTopics } from '../../lib/rank-topics.ts';
import { typingList } from '../../lib/typing-list.ts';
import { withTopic } from './draft.ts';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useChangeDraft, useField } from './use-sheet.ts';

/** The topic by typing: best match first, Enter takes it. */
export function TopicPicker({ topics }: { readonly topics: readonly Topic[] }) {
  const text = useText(solutionPointText);
  const change = useChangeDraft();
  const { value, message, path } = useField('topicCode');
  const byCode = new Map(topics.map((topic) => [topic.code, topic]));
  return (
    <Select
      className={classes.cell}
      style={spanOf(6)}
      data-path={path}
      data-missing={value === ''}
      size="xs"
      label={text.form.topic}
      placeholder={text.form.topicHint}
      data={rankTopics(topics, '').map(({ code, label }) => ({ value: code, label }))}
      value={value === '' ? null : value}
      onChange={(code) => {
        const topic = code === null ? undefined : byCode.get(code);
        if (topic !== undefined) change((draft) => withTopic(draft, topic));
      }}
      filter={({ search }) =>
        rankTopics(topics, search).map(({ code, label }) => ({ value: code, label, disabled: false }))
      }
      renderOption={({ option }) => <TopicOption topic={byCode.get(option.value)} />}
      error={message}
      searchable
      {...typingList}
      allowDeselect={false}
      maxDropdownHeight={320}
      nothingFoundMessage={text.form.topicNothing}
      withAsterisk
      aria-required
    />
  );
}

function TopicOption({ topic }: { readonly topic: Topic | undefined }) {
  if (topic === undefined) return null;
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" w="100%">
      <Text size="sm">{topic.label}</Text>
      <TopicMark topic={topic} />
    </Group>
  );
}

/** What the clerk should know of a topic at a glance, in words and icon. */
export function TopicMark({ topic }: { readonly topic: Topic }) {
  const text = useText(solutionPointText);
  if (topic.urgent === true)
    return <StatusBadge tone="danger" icon={<IconAlertTriangle />} label={text.form.urgent} />;
  if (topic.group === 'retail')
    return <StatusBadge tone="neutral" icon={<IconArrowRight />} label={text.form.retail} />;
  return null;
}
