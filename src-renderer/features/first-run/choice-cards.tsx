import { SimpleGrid, Text, Title, UnstyledButton } from '@mantine/core';
import { IconBuildingStore, IconFlask, IconPlugConnected } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import classes from './first-run.module.css';
import { firstRunText } from './text.ts';

type ChoiceCardsProps = {
  readonly onSetUp: () => void;
  readonly onSample: () => void;
  readonly onJoin: () => void;
};

export function ChoiceCards({ onSetUp, onSample, onJoin }: ChoiceCardsProps) {
  const text = useText(firstRunText);
  useKeys([
    { key: 'F1', label: text.setUp, run: onSetUp },
    { key: 'F2', label: text.trySample, run: onSample },
    { key: 'F3', label: text.join, run: onJoin },
  ]);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="lg">
      <Card
        title={text.setUp}
        hint={text.setUpHint}
        note={text.setUpTime}
        keyName="F1"
        icon={<IconBuildingStore size={34} stroke={1.4} />}
        onChoose={onSetUp}
      />
      <Card
        title={text.trySample}
        hint={text.trySampleHint}
        note={text.sampleTime}
        keyName="F2"
        icon={<IconFlask size={34} stroke={1.4} />}
        onChoose={onSample}
      />
      <Card
        title={text.join}
        hint={text.joinHint}
        note={text.joinNote}
        keyName="F3"
        icon={<IconPlugConnected size={34} stroke={1.4} />}
        onChoose={onJoin}
      />
    </SimpleGrid>
  );
}

type CardProps = {
  readonly title: string;
  readonly hint: string;
  readonly note: string;
  readonly keyName: string;
  readonly icon: ReactNode;
  readonly onChoose: () => void;
};

function Card({ title, hint, note, keyName, icon, onChoose }: CardProps) {
  return (
    <UnstyledButton className={classes.card} onClick={onChoose} aria-keyshortcuts={ariaKey(keyName)}>
      <span className={classes.cardHead}>
        <span className={classes.cardIcon} aria-hidden>
          {icon}
        </span>
        <KeyHint keyName={keyName} />
      </span>
      <Title order={2} component="span" className={classes.cardTitle}>
        {title}
      </Title>
      <Text component="span" size="sm" display="block">
        {hint}
      </Text>
      <Text component="span" size="xs" c="var(--bk-muted)" mt="auto" pt="md" display="block">
        {note}
      </Text>
    </UnstyledButton>
  );
}
