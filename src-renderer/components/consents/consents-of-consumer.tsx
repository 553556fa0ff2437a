import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { StatusBadge } from '../status-badge.tsx';
import classes from './consents.module.css';
import { consentsText } from './text.ts';
import { WithdrawBar } from './withdraw-bar.tsx';

type Row = OutputOf<'consent.ofConsumer'>['consents'][number];

/** On the card, so that whoever comes to any desk can take back what they gave at another. Nothing where there is none. */
export function ConsentsOfConsumer({ consumerId }: { readonly consumerId: string }) {
  const text = useText(consentsText);
  const consents = useQueryMethod('consent.ofConsumer', { consumerId }).data?.consents ?? [];
  if (consents.length === 0) return null;
  return (
    <div>
      <Text className={classes.heading}>{text.ofConsumer}</Text>
      <ul className={classes.list}>
        {consents.map((row) => (
          <Item key={row.consentId} row={row} />
        ))}
      </ul>
    </div>
  );
}

function Item({ row }: { readonly row: Row }) {
  const text = useText(consentsText);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isInForce = row.decision === 'accepted' && row.withdrawnAt === null;
  const state = row.withdrawnAt === null ? row.decision : 'withdrawn';
  const icons = { accepted: <IconCircleCheck />, refused: <IconCircleX />, withdrawn: <IconArrowBackUp /> };
  const tones = { accepted: 'success', refused: 'neutral', withdrawn: 'warning' } as const;
  return (
    <li className={classes.record}>
      <span className={classes.title}>{row.title}</span>
      <span className={classes.meta}>
        {row.applicationNo} · {formatDate(row.withdrawnAt ?? row.decidedAt)}
      </span>
      <Group justify="space-between" gap="xs">
        <StatusBadge tone={tones[state]} icon={icons[state]} label={text.states[state]} />
        {isInForce && !isWithdrawing && (
          <Button size="compact-xs" mih={24} variant="default" onClick={() => setWithdrawing(true)}>
            {text.withdraw}
          </Button>
        )}
      </Group>
      {isWithdrawing && (
        <WithdrawBar
          applicationId={row.applicationId}
          consentId={row.consentId}
          onDone={() => setWithdrawing(false)}
        />
      )}
    </li>
  );
}
