import { Button, Group, Menu, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconFileDots } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ChannelsFile } from '../../../src-shared/rules/channels.ts';
import { SheetButton } from '../../components/paper/sheet-button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { ChannelField } from './channel-field.tsx';
import { parkedSheets, type SheetTicket } from './draft-store.ts';
import classes from './solution-point-screen.module.css';
import { solutionPointText } from './text.ts';
import { draftStore, useSheet } from './use-sheet.ts';

type FormHeadProps = {
  readonly ticket: SheetTicket | null;
  /** Not known until the catalogue is there. */
  readonly channels: ChannelsFile | undefined;
};

/** For whom the form is, how the application came, and the forms that were left half-written. */
export function FormHead({ ticket, channels }: FormHeadProps) {
  const text = useText(solutionPointText);
  const channel = useSheet((sheet) => sheet.draft.channel);
  return (
    <header className={classes.head}>
      <Title order={2}>{text.form.heading}</Title>
      <Group gap="sm">
        <Parked />
        <BackToCurrent />
        <Text size="sm" c="var(--bk-muted)">
          {ticket === null ? text.form.withoutTicket : text.form.forTicket(ticket.label)}
        </Text>
        {channel === 'written' && (
          <SheetButton
            size="compact-sm"
            variant="light"
            sheet={{ document: 'contact_form', applicationId: null }}
            label={text.form.blankForm}
          />
        )}
        {channels !== undefined && <ChannelField file={channels} />}
      </Group>
    </header>
  );
}

/** From a parked form to that of the number being served. */
function BackToCurrent() {
  const text = useText(solutionPointText);
  const current = useStore(draftStore, (state) => state.current);
  const isElsewhere = useStore(draftStore, (state) => state.shown !== state.current);
  const ticket = useStore(draftStore, ({ sheets }) => sheets[current]?.ticket ?? null);
  if (!isElsewhere) return null;
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={<IconArrowBackUp size={15} aria-hidden />}
      onClick={() => draftStore.show(current)}
    >
      {ticket === null ? text.form.newForm : text.form.backTo(ticket.label)}
    </Button>
  );
}

function Parked() {
  const text = useText(solutionPointText);
  const parked = useStore(
    draftStore,
    useShallow((state) => parkedSheets(state).map(({ key }) => key)),
  );
  const sheets = useStore(draftStore, (state) => state.sheets);
  if (parked.length === 0) return null;
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-sm" variant="light" leftSection={<IconFileDots size={15} aria-hidden />}>
          {text.form.parked} ({parked.length})
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {parked.map((key) => {
          const { ticket, draft } = sheets[key] ?? {};
          const label = ticket ? text.form.forTicket(ticket.label) : text.form.withoutTicket;
          return (
            <Menu.Item key={key} onClick={() => draftStore.show(key)}>
              {draft?.name ? `${label} · ${draft.name}` : label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
