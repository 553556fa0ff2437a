import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCommonText } from '../i18n/use-text.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';

type StateErrorProps = {
  readonly failure: ScreenFailure;
  readonly onRetry?: () => void;
};

/** What went wrong, in the core's own sentence, with what can be done about it. */
export function StateError({ failure, onRetry }: StateErrorProps) {
  const text = useCommonText();
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle />} title={text.errorTitle}>
      <Group justify="space-between" align="center" gap="sm">
        <Text size="sm">
          {failure.message}
          {failure.reference !== undefined && ` ${text.errorReference(failure.reference)}`}
        </Text>
        {onRetry !== undefined && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {text.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
