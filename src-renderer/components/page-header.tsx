import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PageHeaderProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
};

/** A screen's first line: what it is, one line about it, what can be done with the whole of it. */
export function PageHeader({ title, subtitle, actions }: PageHeaderProps) {
  return (
    <Group component="header" justify="space-between" align="flex-end" gap="md">
      <Box miw={0}>
        <Title order={1}>{title}</Title>
        {subtitle !== undefined && (
          <Text component="div" size="sm" c="var(--bk-muted)" mt={2}>
            {subtitle}
          </Text>
        )}
      </Box>
      {actions !== undefined && (
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      )}
    </Group>
  );
}
