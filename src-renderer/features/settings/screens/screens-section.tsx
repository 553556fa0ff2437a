import { Button, Stack } from '@mantine/core';
import { IconScreenShare } from '@tabler/icons-react';
import { useState } from 'react';
import { Note } from '../../../components/note.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { type AddedScreen, AddScreenForm } from './add-screen-form.tsx';
import { NewScreenLink } from './new-screen-link.tsx';
import { ScreenTable } from './screen-table.tsx';
import { ServerPanel } from './server-panel.tsx';
import { screensText } from './text.ts';

type Open = { readonly kind: 'adding' } | { readonly kind: 'added'; readonly screen: AddedScreen } | null;

/** The screens that nobody signs in to, and this PC's serving of them. */
export function ScreensSection() {
  const text = useText(screensText);
  const list = useQueryMethod('screen.list', {});
  const address = useQueryMethod('screen.address', {});
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const isThere = ({ name }: AddedScreen) =>
    list.data?.screens.some((screen) => screen.name === name) === true;
  const isOff = address.data?.server.isOn === false && (list.data?.screens.length ?? 0) > 0;
  return (
    <Stack gap="md">
      {isOff && (
        <Note tone="warning" title={text.offWithScreens}>
          {text.offWithScreensHint}
        </Note>
      )}
      <SettingsPanel
        title={text.title}
        lead={text.lead}
        actions={
          open?.kind !== 'adding' && (
            <Button
              size="xs"
              leftSection={<IconScreenShare size={16} />}
              onClick={() => setOpen({ kind: 'adding' })}
            >
              {text.add}
            </Button>
          )
        }
      >
        {open?.kind === 'adding' && (
          <AddScreenForm onAdded={(screen) => setOpen({ kind: 'added', screen })} onCancel={close} />
        )}
        {open?.kind === 'added' && isThere(open.screen) && address.data !== undefined && (
          <NewScreenLink screen={open.screen} address={address.data} onDone={close} />
        )}
        <QueryView query={list}>
          {({ screens }) =>
            screens.length === 0 ? (
              <StateEmpty title={text.none} hint={text.noneHint} />
            ) : (
              <ScreenTable screens={screens} />
            )
          }
        </QueryView>
      </SettingsPanel>
      <QueryView query={address}>{(known) => <ServerPanel address={known} />}</QueryView>
    </Stack>
  );
}
