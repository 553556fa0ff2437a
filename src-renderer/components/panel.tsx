import { Group, Paper, type PaperProps, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type PanelProps = PaperProps & {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A titled part of a screen, found by its heading. */
export function Panel({ title, actions, children, ...rest }: PanelProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} p="md" bg="var(--bk-surface)" {...rest}>
      <Group justify="space-between" align="center" mb="sm" wrap="nowrap" mih={30}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions}
      </Group>
      {children}
    </Paper>
  );
}
