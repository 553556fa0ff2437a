import { TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { Contact } from '../../../src-shared/contract/switchboard.ts';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useText } from '../../i18n/use-text.ts';
import { movedTo } from '../../lib/moved-to.ts';
import { ContactRow, contactRowId } from './contact-row.tsx';
import classes from './switchboard.module.css';
import { switchboardText } from './text.ts';

const rowHeight = 50;
const listId = 'switchboard-contacts';

type ContactListProps = {
  readonly box: RefObject<HTMLInputElement | null>;
  /** Those that what was typed finds. */
  readonly contacts: readonly Contact[];
  readonly typed: string;
  readonly chosenId: string | null;
  readonly onType: (typed: string) => void;
  readonly onChoose: (contact: Contact) => void;
  readonly onCall: () => void;
};

/** The keyboard stays in the box: typing narrows, arrows choose, Enter calls. Only the rows in sight are drawn. */
export function ContactList({ box, contacts, typed, chosenId, onType, onChoose, onCall }: ContactListProps) {
  const text = useText(switchboardText);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: contacts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const chosen = contacts.findIndex(({ id }) => id === chosenId);
  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (chosen >= 0) scrollToIndex(chosen);
  }, [chosen, scrollToIndex]);

  // Also when the screen is shown again: a call comes, and the operator types at once.
  useEffect(() => box.current?.focus(), [box]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    // Home and End move the caret of the box.
    const isCaret = event.key === 'Home' || event.key === 'End';
    const next = isCaret ? undefined : movedTo(event.key, chosen, contacts.length, perPage);
    const contact = next === undefined ? undefined : contacts[next];
    if (contact !== undefined) {
      event.preventDefault();
      onChoose(contact);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onCall();
    }
  }

  return (
    <section className={classes.list} aria-label={text.directory}>
      <TextInput
        ref={box}
        size="md"
        aria-label={text.search}
        placeholder={text.searchHint}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={contacts.length > 0}
        aria-controls={listId}
        aria-activedescendant={chosen >= 0 ? contactRowId(chosenId) : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <VisuallyHidden role="status">{typed.trim() === '' ? '' : text.found(contacts.length)}</VisuallyHidden>
      <div ref={scroller} className={classes.scroller}>
        {contacts.length === 0 && <StateEmpty title={text.nothing} hint={text.nothingHint} />}
        <div
          id={listId}
          role="listbox"
          aria-label={text.directory}
          className={classes.rows}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const contact = contacts[index];
            return contact === undefined ? null : (
              <ContactRow
                key={contact.id}
                contact={contact}
                place={{ index, count: contacts.length, top: start, height: rowHeight }}
                isChosen={index === chosen}
                onChoose={() => {
                  onChoose(contact);
                  box.current?.focus();
                }}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}
