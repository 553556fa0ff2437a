import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Panel } from '../../components/panel.tsx';
import classes from './settings.module.css';

type SettingsPanelProps = {
  readonly title: string;
  /** What this is for, in a sentence or two. */
  readonly lead: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

export function SettingsPanel({ title, lead, actions, children }: SettingsPanelProps) {
  return (
    <Panel title={title} actions={actions}>
      <Text className={classes.lead} mb="md">
        {lead}
      </Text>
      {children}
    </Panel>
  );
}
