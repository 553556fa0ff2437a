import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import classes from './settings.module.css';

type ToolPanelProps = {
  readonly title: string;
  readonly lead: string;
  readonly actionLabel: string;
  readonly isRunning: boolean;
  readonly onRun: () => void;
  /** What came of it. */
  readonly children?: ReactNode;
};

/** One tool of the administrator: what it does, a button, and what came of it. */
export function ToolPanel({ title, lead, actionLabel, isRunning, onRun, children }: ToolPanelProps) {
  return (
    <Panel title={title}>
      <Group justify="space-between" wrap="nowrap" gap="xl">
        <Text className={classes.lead}>{lead}</Text>
        <Button variant="default" loading={isRunning} onClick={onRun} style={{ flex: 'none' }}>
          {actionLabel}
        </Button>
      </Group>
      <div className={classes.outcome}>{children}</div>
    </Panel>
  );
}
