import { Button, Stack } from '@mantine/core';
import { formatDate } from '../../../src-shared/text/format.ts';
import { Note } from '../../components/note.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { auditText } from './audit-text.ts';

type UnusualReadingProps = { readonly onShow: (userId: string, day: string) => void };

/** Days on which somebody opened far more than they use to: a reason to ask, and nothing more. */
export function UnusualReading({ onShow }: UnusualReadingProps) {
  const text = useText(auditText);
  const { data, error, refetch } = useQueryMethod('audit.unusual', {});
  if (error !== null) return <StateError failure={error} onRetry={() => void refetch()} />;
  if (data === undefined || data.days.length === 0) return null;
  return (
    <Stack gap="xs">
      {data.days.map(({ userId, displayName, day, opened, usual }) => (
        <Note
          key={`${userId}/${day}`}
          tone="warning"
          action={
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.showDayOf(formatDate(day), displayName)}
              onClick={() => onShow(userId, day)}
            >
              {text.showDay}
            </Button>
          }
        >
          {text.unusual(formatDate(day), displayName, opened, usual)}
        </Note>
      ))}
    </Stack>
  );
}
