import { Group, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconShieldCheck,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ConsentRow } from '../../../src-shared/contract/consent.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { ActionButton } from '../action-button.tsx';
import { StatusBadge } from '../status-badge.tsx';
import classes from './consents.module.css';
import { ReviewForm } from './review-form.tsx';
import { consentsText } from './text.ts';
import { WithdrawBar, withdrawKey } from './withdraw-bar.tsx';

type ConsentItemProps = {
  readonly applicationId: string;
  readonly consent: ConsentRow;
  readonly canReview: boolean;
  /** The newest in force has the key. */
  readonly isLatest: boolean;
};

export function ConsentItem({ applicationId, consent, canReview, isLatest }: ConsentItemProps) {
  const text = useText(consentsText);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { withdrawal, review, awaitsReview, isInForce } = consent;
  return (
    <li className={classes.record}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <span className={classes.title}>{consent.title}</span>
        {isInForce && !isWithdrawing && isLatest && (
          <ActionButton
            label={text.withdraw}
            keyName={withdrawKey}
            size="compact-sm"
            variant="default"
            flex="none"
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            run={() => setWithdrawing(true)}
          />
        )}
      </Group>
      <div className={classes.badges}>
        <StateBadge consent={consent} />
        <SealBadge consent={consent} />
      </div>
      <span className={classes.meta}>
        {text.version(consent.textVersion)} · {text.methods[consent.method]} · {formatDateTime(consent.at)} ·{' '}
        {consent.by}
      </span>
      {withdrawal !== null && (
        <span className={classes.meta}>
          {text.states.withdrawn}: {formatDateTime(withdrawal.at)} ·{' '}
          {text.withdrawnBy(withdrawal.by, text.ways[withdrawal.channel])}
        </span>
      )}
      {isWithdrawing && (
        <WithdrawBar
          applicationId={applicationId}
          consentId={consent.consentId}
          onDone={() => setWithdrawing(false)}
        />
      )}
      {awaitsReview && (
        <div className={classes.review}>
          <StatusBadge tone="warning" icon={<IconClock />} label={text.review.heading} />
          {canReview ? (
            <ReviewForm applicationId={applicationId} consentId={consent.consentId} />
          ) : (
            <Text size="xs" c="var(--bk-muted)">
              {text.review.onlySupervisor}
            </Text>
          )}
        </div>
      )}
      {review !== null && (
        <span className={classes.meta}>
          {text.review.decided(text.review.outcomes[review.outcome], review.by)} · {formatDateTime(review.at)}{' '}
          · {review.ground}
        </span>
      )}
    </li>
  );
}

function StateBadge({ consent: { decision, withdrawal } }: { readonly consent: ConsentRow }) {
  const text = useText(consentsText);
  if (withdrawal !== null)
    return <StatusBadge tone="warning" icon={<IconArrowBackUp />} label={text.states.withdrawn} />;
  return decision === 'accepted' ? (
    <StatusBadge tone="success" icon={<IconCircleCheck />} label={text.states.accepted} />
  ) : (
    <StatusBadge tone="neutral" icon={<IconCircleX />} label={text.states.refused} />
  );
}

function SealBadge({ consent: { seal, timestampAt } }: { readonly consent: ConsentRow }) {
  const text = useText(consentsText);
  if (seal === 'none') return null;
  const isSealed = seal !== 'waiting';
  return (
    <StatusBadge
      tone={seal === 'timestamped' ? 'success' : 'neutral'}
      icon={isSealed ? <IconShieldCheck /> : <IconClock />}
      label={text.seals[seal]}
      {...(timestampAt === null ? {} : { title: formatDateTime(timestampAt) })}
    />
  );
}
