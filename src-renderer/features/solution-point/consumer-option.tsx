import { Group, Text } from '@mantine/core';
import type { FoundConsumer } from '../../../src-shared/contract/consumer.ts';

type ConsumerOptionProps = {
  readonly consumer: FoundConsumer;
  /** What else is worth knowing before choosing. */
  readonly note: string;
};

/** What tells two people of one name apart; numbers stay masked here. */
export function ConsumerOption({ consumer, note }: ConsumerOptionProps) {
  const details = [consumer.maskedIdentityNo, consumer.maskedPhone, consumer.place].filter(Boolean);
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <div>
        <Text size="sm" fw={550}>
          {consumer.name}
        </Text>
        <Text size="xs" opacity={0.85}>
          {details.join(' · ')}
        </Text>
      </div>
      <Text size="xs" opacity={0.85} style={{ whiteSpace: 'nowrap' }}>
        {note}
      </Text>
    </Group>
  );
}
