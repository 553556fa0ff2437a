import { Button } from '@mantine/core';
import { useCommonText } from '../i18n/use-text.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';
import { Note } from './note.tsx';

type StateErrorProps = {
  readonly failure: ScreenFailure;
  readonly onRetry?: () => void;
};

/** What went wrong, in the core's own sentence, with what can be done about it. */
export function StateError({ failure, onRetry }: StateErrorProps) {
  const text = useCommonText();
  // Its fields say what is wrong; the sentence only points there.
  const areFieldsTold = failure.code === 'invalid_input';
  const retry = onRetry !== undefined && (
    <Button size="xs" variant="default" onClick={onRetry}>
      {text.retry}
    </Button>
  );
  return (
    <Note tone="danger" {...(areFieldsTold ? {} : { title: text.errorTitle })} action={retry}>
      {failure.message}
      {failure.reference !== undefined && ` ${text.errorReference(failure.reference)}`}
    </Note>
  );
}
