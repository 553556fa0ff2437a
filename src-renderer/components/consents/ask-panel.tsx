import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ConsentsOfApplication } from '../../../src-shared/contract/consent.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './consents.module.css';
import { GroundForm } from './ground-form.tsx';
import { OnPaper } from './on-paper.tsx';
import { OnScreen } from './on-screen.tsx';
import { consentsText } from './text.ts';

export type AskProps = { readonly applicationId: string; readonly data: ConsentsOfApplication };
type Mode = 'screen' | 'paper' | 'ground';

/** How to go on: on a screen, on paper, or, where the law has another case than consent, by that. */
export function AskPanel({ applicationId, data }: AskProps) {
  const text = useText(consentsText);
  const [mode, setMode] = useState<Mode>('screen');
  const modes: readonly Mode[] = data.holdsSpecialData ? ['screen', 'paper', 'ground'] : ['screen', 'paper'];
  return (
    <Stack gap="sm">
      <Text className={classes.heading} mb={0}>
        {text.ask}
      </Text>
      <SegmentedControl
        aria-label={text.ask}
        value={mode}
        data={modes.map((value) => ({ value, label: text.modes[value] }))}
        onChange={(value) => setMode(modes.find((one) => one === value) ?? 'screen')}
      />
      {mode === 'screen' && <OnScreen applicationId={applicationId} data={data} />}
      {mode === 'paper' && <OnPaper applicationId={applicationId} data={data} />}
      {mode === 'ground' && <GroundForm applicationId={applicationId} onDone={() => setMode('screen')} />}
    </Stack>
  );
}
