import { Text } from '@mantine/core';
import { IconPencil, IconPhone, IconUserPlus } from '@tabler/icons-react';
import { type RefObject, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import type { Dialling } from '../../../src-shared/rules/dial-link.ts';
import { findContacts, indexContacts } from '../../../src-shared/rules/find-contacts.ts';
import { formatNumber } from '../../../src-shared/text/format.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { AvailabilityForm } from './availability-form.tsx';
import { ContactCard } from './contact-card.tsx';
import { ContactForm } from './contact-form.tsx';
import { ContactList } from './contact-list.tsx';
import { OutcomeKeys } from './outcome-keys.tsx';
import classes from './switchboard.module.css';
import { switchboardText } from './text.ts';
import { TransferLog } from './transfer-log.tsx';

/** Santral: a caller wants somebody; find, call, write what became of it (SW-5, SW-6). */
export function SwitchboardScreen() {
  const text = useText(switchboardText);
  const directory = useQueryMethod('switchboard.directory', {});
  const [isAdding, setAdding] = useState(false);
  const isAdministrator = useUser()?.role === 'administrator';
  const contacts = directory.data?.contacts ?? [];
  return (
    <div className={classes.screen}>
      <PageHeader
        title={text.title}
        subtitle={contacts.length > 0 && text.count(formatNumber(contacts.length))}
        actions={
          <>
            <Text size="xs" c="var(--bk-muted)">
              {text.keys}
            </Text>
            {isAdministrator && (
              <ActionButton
                label={text.add}
                keyName="alt+K"
                variant="default"
                size="xs"
                leftSection={<IconUserPlus size={16} />}
                run={() => setAdding(true)}
              />
            )}
          </>
        }
      />
      {isAdding && <ContactForm contact={null} contacts={contacts} onDone={() => setAdding(false)} />}
      <QueryView query={directory} lines={10}>
        {({ contacts: all, dialling }) =>
          all.length === 0 ? (
            <StateEmpty
              title={text.empty}
              hint={isAdministrator ? text.emptyHintAdmin : text.emptyHint}
              icon={<IconPhone size={32} stroke={1.4} />}
            />
          ) : (
            <Desk contacts={all} dialling={dialling} />
          )
        }
      </QueryView>
    </div>
  );
}

type DeskProps = { readonly contacts: readonly Contact[]; readonly dialling: Dialling };

function Desk({ contacts, dialling }: DeskProps) {
  const text = useText(switchboardText);
  const box = useRef<HTMLInputElement>(null);
  const callLink = useRef<HTMLAnchorElement>(null);
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const index = useMemo(() => indexContacts(contacts), [contacts]);
  // Two thousand rows are found within a frame; a slower machine may lag behind the keys, the box never does.
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => findContacts(index, wanted), [index, wanted]);
  const known = contacts.find(({ id }) => id === chosenId);
  const chosen = known ?? (wanted.trim() === '' ? undefined : found[0]);

  function startOver(): void {
    setTyped('');
    setChosenId(null);
    box.current?.focus();
  }
  useKeys([{ key: 'Escape', label: text.search, run: startOver }]);

  return (
    <div className={classes.body}>
      <ContactList
        box={box}
        contacts={found}
        typed={typed}
        chosenId={chosen?.id ?? null}
        onType={(next) => {
          setTyped(next);
          setChosenId(null);
        }}
        onChoose={({ id }) => setChosenId(id)}
        onCall={() => callLink.current?.click()}
      />
      <div className={classes.side}>
        {chosen === undefined ? (
          <Panel title={text.wanted} className={classes.card}>
            <StateEmpty title={text.chooseOne} icon={<IconPhone size={32} stroke={1.4} />} />
          </Panel>
        ) : (
          <Chosen
            key={chosen.id}
            contact={chosen}
            contacts={contacts}
            card={{ dialling, callLink }}
            onChoose={({ id }) => setChosenId(id)}
            onLogged={startOver}
          />
        )}
        <TransferLog />
      </div>
    </div>
  );
}

type ChosenProps = {
  readonly contact: Contact;
  readonly contacts: readonly Contact[];
  readonly card: {
    readonly dialling: Dialling;
    readonly callLink: RefObject<HTMLAnchorElement | null>;
  };
  readonly onChoose: (contact: Contact) => void;
  readonly onLogged: () => void;
};

function Chosen({ contact, contacts, card, onChoose, onLogged }: ChosenProps) {
  const text = useText(switchboardText);
  const role = useUser()?.role;
  const [changing, setChanging] = useState<'card' | 'availability' | null>(null);
  const close = () => setChanging(null);
  return (
    <ContactCard
      {...card}
      contact={contact}
      backup={contacts.find(({ id }) => id === contact.backupId)}
      onChoose={onChoose}
      actions={
        <>
          {role !== 'clerk' && (
            <ActionButton
              label={text.changeAvailability}
              keyName="alt+D"
              variant="subtle"
              size="compact-sm"
              run={() => setChanging('availability')}
            />
          )}
          {role === 'administrator' && (
            <ActionButton
              label={text.edit}
              keyName="alt+E"
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPencil size={15} />}
              run={() => setChanging('card')}
            />
          )}
        </>
      }
    >
      <OutcomeKeys contact={contact} onLogged={onLogged} />
      {changing === 'availability' && <AvailabilityForm contact={contact} onDone={close} />}
      {changing === 'card' && <ContactForm contact={contact} contacts={contacts} onDone={close} />}
    </ContactCard>
  );
}
