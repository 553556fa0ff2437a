import { Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { elapsedSince } from '../../lib/elapsed.ts';
import { useNow } from '../../lib/use-now.ts';
import classes from './first-run.module.css';
import { firstRunText } from './text.ts';

/** Says what is being done; the core gives no count, so the bar claims none. */
export function PreparingSample() {
  const text = useText(firstRunText);
  const [startedAt] = useState(() => new Date().toISOString());
  const { minutes, seconds } = elapsedSince(startedAt, useNow());
  return (
    <div role="status">
      <Progress value={100} animated size="md" aria-label={text.preparing} />
      <ul className={classes.steps}>
        {text.preparingSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <Text size="sm" c="var(--bk-muted)" mt="md" aria-hidden>
        {text.preparingSince(minutes * 60 + seconds)}
      </Text>
    </div>
  );
}
