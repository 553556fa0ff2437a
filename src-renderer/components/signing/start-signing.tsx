import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceTablet, IconScreenShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone, notifyFailure } from '../notify.ts';
import { HandOver } from './hand-over.tsx';
import { PairTablet } from './pair-tablet.tsx';
import { SecondWindow } from './second-window.tsx';
import classes from './signing.module.css';
import { signingText } from './text.ts';
import { type StartInput, useStart } from './use-start.ts';
import { WayButton } from './way-button.tsx';

type StartSigningProps = {
  readonly applicationId: string;
  /** Which texts; left out for those that the application asks for. */
  readonly textCodes?: readonly string[];
  /** In which the texts are published; the first is chosen. */
  readonly languages?: readonly string[];
};

/** The clerk's way to put the texts before a consumer: on this screen, on a second one, on a tablet. */
export function StartSigning({ applicationId, textCodes, languages = ['tr'] }: StartSigningProps) {
  const text = useText(signingText);
  const [language, setLanguage] = useState(languages[0] ?? 'tr');
  const [open, setOpen] = useState<'hand_over' | 'pair' | null>(null);
  const state = useQueryMethod('signing.state', {});
  const unpair = useCommand('signing.unpair');
  const input: StartInput = {
    applicationId,
    language,
    textCodes: textCodes === undefined ? null : [...textCodes],
  };
  const { command, startAt } = useStart(input);
  const paired = state.data?.paired ?? { second_window: 'none', tablet: 'none' };

  const disconnect = async () => {
    const result = await unpair.run({ place: 'tablet' });
    if (result.ok) notifyDone(text.unpaired);
    else notifyFailure(result.error);
  };

  return (
    <Stack gap="sm">
      {languages.length > 1 && (
        <SegmentedControl
          aria-label={text.language}
          value={language}
          onChange={setLanguage}
          data={languages.map((value) => ({ value, label: languageName(value, text.languages) }))}
        />
      )}
      <Text fw={650} size="sm" id="signing-where">
        {text.where}
      </Text>
      <fieldset className={classes.ways} aria-labelledby="signing-where">
        <WayButton
          icon={<IconDeviceDesktop size={22} stroke={1.6} />}
          title={text.ways.this_screen}
          hint={text.thisScreenHint}
          onChoose={() => setOpen('hand_over')}
        />
        <SecondWindow
          icon={<IconScreenShare size={22} stroke={1.6} />}
          paired={paired.second_window}
          onStart={() => void startAt('second_window')}
        />
        <WayButton
          icon={<IconDeviceTablet size={22} stroke={1.6} />}
          title={text.ways.tablet}
          hint={text.tablet[paired.tablet]}
          isReady={paired.tablet === 'paired'}
          isBusy={command.isRunning}
          onChoose={() => (paired.tablet === 'paired' ? void startAt('tablet') : setOpen('pair'))}
        />
      </fieldset>
      {paired.tablet === 'paired' && (
        <Group gap="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('pair')}>
            {text.pairAgain}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={unpair.isRunning}
            onClick={() => void disconnect()}
          >
            {text.unpair}
          </Button>
        </Group>
      )}
      <FormFailure failure={command.failure} />
      {open === 'hand_over' && <HandOver input={input} onClose={() => setOpen(null)} />}
      {open === 'pair' && (
        <PairTablet
          onClose={() => setOpen(null)}
          onStart={async () => {
            if (await startAt('tablet')) setOpen(null);
          }}
        />
      )}
    </Stack>
  );
}

function languageName(code: string, names: Readonly<Record<string, string>>): string {
  return names[code] ?? code;
}
