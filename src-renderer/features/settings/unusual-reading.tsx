import { Button, Group, Stack, Text } from '@mantine/core';
import type { Unusual } from '../../../src-shared/contract/audit.ts';
import { formatDate, formatDateTime } from '../../../src-shared/text/format.ts';
import { Note } from '../../components/note.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useNoteReading } from '../../components/use-note-reading.ts';
import { useText } from '../../i18n/use-text.ts';
import { useUser } from '../../lib/use-session.ts';
import { auditText } from './audit-text.ts';

type UnusualReadingProps = { readonly onShow: (userId: string, day: string) => void };

/** Reading that is a reason to ask, and nothing more: what nobody has taken note of first. */
export function UnusualReading({ onShow }: UnusualReadingProps) {
  const text = useText(auditText);
  const { signs, error, retry } = useNoteReading();
  if (error !== null) return <StateError failure={error} onRetry={retry} />;
  if (signs.length === 0) return null;
  const open = signs.filter(({ noted }) => noted === null);
  const noted = signs.filter((sign) => sign.noted !== null);
  return (
    <Stack gap="xs" role="group" aria-label={text.unusualHeading}>
      {open.map((sign) => (
        <Sign key={keyOf(sign)} sign={sign} onShow={onShow} />
      ))}
      {noted.length > 0 && (
        <details>
          <Text component="summary" size="sm" c="var(--bk-muted)">
            {text.notedCount(noted.length)}
          </Text>
          <Stack gap={4} mt={6}>
            {noted.map((sign) => (
              <Text key={keyOf(sign)} size="sm">
                {wordsOf(sign, text)}{' '}
                <Text span size="xs" c="var(--bk-muted)">
                  {sign.noted && text.notedBy(sign.noted.by, formatDateTime(sign.noted.at))}
                </Text>
              </Text>
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

type SignProps = UnusualReadingProps & { readonly sign: Unusual };

function Sign({ sign, onShow }: SignProps) {
  const text = useText(auditText);
  const me = useUser();
  const { note, isRunning } = useNoteReading();
  const { userId, displayName, day } = sign;
  return (
    <Note
      tone="warning"
      action={
        <Group gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.showDayOf(formatDate(day), displayName)}
            onClick={() => onShow(userId, day)}
          >
            {text.showDay}
          </Button>
          {userId !== me?.id && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.noteOf(formatDate(day), displayName)}
              loading={isRunning}
              onClick={() => void note([sign])}
            >
              {text.note}
            </Button>
          )}
        </Group>
      }
    >
      {wordsOf(sign, text)}
    </Note>
  );
}

function wordsOf(
  { sign, day, displayName, count, usual, subject }: Unusual,
  text: (typeof auditText)['tr'],
): string {
  switch (sign) {
    case 'opened':
      return text.unusual(formatDate(day), displayName, count, usual);
    case 'revealed':
      return text.unusualReveals(formatDate(day), displayName, count, usual);
    case 'off_hours':
      return text.offHours(formatDate(day), displayName, count);
    case 'no_work':
      return text.noWork(formatDate(day), displayName, count, subject || text.gone);
  }
}

function keyOf({ sign, userId, day, subjectId }: Unusual): string {
  return [sign, userId, day, subjectId].join('/');
}
