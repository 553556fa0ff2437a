import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHourglass } from '@tabler/icons-react';
import type { FollowedSigning } from '../../../src-shared/contract/signing.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { notifyFailure } from '../notify.ts';
import { StatusBadge } from '../status-badge.tsx';
import classes from './consents.module.css';
import { consentsText } from './text.ts';

/** What the consumer is doing now, as it happens: how far each text has been read, and what was answered. */
export function FollowSigning({ signing }: { readonly signing: FollowedSigning }) {
  const text = useText(consentsText);
  const cancel = useCommand('signing.cancel');

  async function giveUp(): Promise<void> {
    const result = await cancel.run({ signingId: signing.signingId });
    if (!result.ok) notifyFailure(result.error);
  }

  return (
    <Stack gap="xs" role="group" aria-label={text.follow}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text className={classes.heading} mb={0}>
            {text.follow}
          </Text>
          <Text size="xs" c="var(--bk-muted)" role="status">
            {text.where[signing.where]} · {text.stages[signing.stage]}
          </Text>
        </div>
        <Button size="xs" variant="default" loading={cancel.isRunning} onClick={() => void giveUp()}>
          {text.cancel}
        </Button>
      </Group>
      <ul className={classes.list}>
        {signing.acts.map((act) => (
          <li key={act.actId} className={classes.record}>
            <span className={classes.title}>{act.title}</span>
            <Progress value={act.readShare * 100} aria-label={text.readShare(percent(act.readShare))} />
            <Group justify="space-between">
              <span className={classes.meta}>{text.readShare(percent(act.readShare))}</span>
              <Answer answer={act.answer} />
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Answer({ answer }: { readonly answer: FollowedSigning['acts'][number]['answer'] }) {
  const text = useText(consentsText);
  if (answer === null) return <StatusBadge tone="neutral" icon={<IconHourglass />} label={text.noAnswer} />;
  return answer === 'refused' ? (
    <StatusBadge tone="neutral" icon={<IconCircleX />} label={text.answers.refused} />
  ) : (
    <StatusBadge tone="success" icon={<IconCircleCheck />} label={text.answers[answer]} />
  );
}

function percent(share: number): number {
  return Math.round(share * 100);
}
