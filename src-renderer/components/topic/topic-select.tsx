import { Group, Select, type SelectProps, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight } from '@tabler/icons-react';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { useText } from '../../i18n/use-text.ts';
import { rankTopics } from '../../lib/rank-topics.ts';
import { typingList } from '../../lib/typing-list.ts';
import { StatusBadge } from '../status-badge.tsx';
import { topicText } from './text.ts';

type TopicSelectProps = Omit<SelectProps<string>, 'data' | 'value' | 'onChange' | 'label'> & {
  readonly topics: readonly Topic[];
  /** The topic's code; empty while none is chosen. */
  readonly value: string;
  readonly onChoose: (topic: Topic) => void;
};

/** The topic by typing: best match first, Enter takes it. */
export function TopicSelect({ topics, value, onChoose, ...rest }: TopicSelectProps) {
  const text = useText(topicText);
  const byCode = new Map(topics.map((topic) => [topic.code, topic]));
  return (
    <Select
      {...rest}
      size="xs"
      label={text.topic}
      placeholder={text.hint}
      data={rankTopics(topics, '').map(({ code, label }) => ({ value: code, label }))}
      value={value === '' ? null : value}
      onChange={(code) => {
        const topic = code === null ? undefined : byCode.get(code);
        if (topic !== undefined) onChoose(topic);
      }}
      filter={({ search }) =>
        rankTopics(topics, search).map(({ code, label }) => ({ value: code, label, disabled: false }))
      }
      renderOption={({ option }) => <TopicOption topic={byCode.get(option.value)} />}
      searchable
      {...typingList}
      allowDeselect={false}
      maxDropdownHeight={320}
      nothingFoundMessage={text.nothing}
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
function TopicMark({ topic }: { readonly topic: Topic }) {
  const text = useText(topicText);
  if (topic.urgent === true)
    return <StatusBadge tone="danger" icon={<IconAlertTriangle />} label={text.urgent} />;
  if (topic.group === 'retail')
    return <StatusBadge tone="neutral" icon={<IconArrowRight />} label={text.retail} />;
  return null;
}
