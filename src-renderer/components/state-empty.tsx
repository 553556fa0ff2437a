import { Stack, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import type { ReactNode } from 'react';

type StateEmptyProps = {
  readonly title: string;
  /** What to do next, in one sentence. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
};

export function StateEmpty({ title, hint, icon, action }: StateEmptyProps) {
  return (
    <Stack align="center" justify="center" gap={6} py="xl" px="md" ta="center">
      <Text component="div" c="var(--bk-muted)" aria-hidden lh={1}>
        {icon ?? <IconInbox size={32} stroke={1.4} />}
      </Text>
      <Text fw={600}>{title}</Text>
      {hint !== undefined && (
        <Text size="sm" c="var(--bk-muted)" maw={420}>
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  );
}
