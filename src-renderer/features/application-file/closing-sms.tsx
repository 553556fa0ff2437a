import { Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId } from 'react';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import classes from './closing-sms.module.css';
import { applicationFileText } from './text.ts';

type Asked = InputOf<'application.previewClosingSms'>;

const restMillis = 300;

/** The SMS as it will be read, and how many it is; shown once there is an outcome and a way to give it. */
export function ClosingSms({
  applicationId,
  outcome,
  durableMedium,
}: Omit<Asked, 'durableMedium'> & { readonly durableMedium: Asked['durableMedium'] | '' }) {
  const text = useText(applicationFileText).close;
  const heading = useId();
  const [settled] = useDebouncedValue(outcome.trim(), restMillis);
  const isAsked = settled !== '' && durableMedium !== '';
  const preview = useQueryMethod(
    'application.previewClosingSms',
    { applicationId, outcome: settled, durableMedium: durableMedium || 'none' },
    { enabled: isAsked, keepPrevious: true },
  );
  if (!isAsked) return null;
  if (preview.isError)
    return (
      <Text size="xs" c="var(--bk-muted)">
        {text.smsUnknown}
      </Text>
    );
  const sms = preview.data?.sms;
  if (sms === undefined || sms === null) return null;
  return (
    <section aria-labelledby={heading} className={classes.sms}>
      <Group justify="space-between" gap="xs">
        <Text id={heading} size="xs" fw={600}>
          {text.sms}
        </Text>
        <Text size="xs" c="var(--bk-muted)">
          {text.smsCount(sms.segments, sms.remaining)}
        </Text>
      </Group>
      <Text size="sm" className={classes.words}>
        {sms.text}
      </Text>
    </section>
  );
}
