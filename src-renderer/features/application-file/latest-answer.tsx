import { Text } from '@mantine/core';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { formatDateTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './file.module.css';
import { applicationFileText } from './text.ts';

/** What the team says, beside what has to be done with it. */
export function LatestAnswer({ answer }: { readonly answer: ApplicationFile['latestAnswer'] }) {
  const text = useText(applicationFileText);
  if (answer === null) return null;
  return (
    <section className={classes.answer} aria-label={text.answer.heading}>
      <Text size="xs" c="var(--bk-muted)">
        {text.answer.heading} · {answer.teamName} · {formatDateTime(answer.at)}
      </Text>
      <p>{answer.answer}</p>
    </section>
  );
}
