import { Button, Combobox, Group, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { ConsumerOption } from './consumer-option.tsx';
import { CrmOptions, crmChoice, useCrmSearch } from './crm-search.tsx';
import { isTouched, withoutConsumer } from './draft.ts';
import { emptySheet } from './draft-store.ts';
import { fillFromQuery } from './fill-from-query.ts';
import { focusField } from './focus-field.ts';
import classes from './form.module.css';
import { spanOf } from './span-of.ts';
import { solutionPointText } from './text.ts';
import { useFirstFound } from './use-first-found.ts';
import { draftStore, SheetKey, useChangeDraft, useSheet } from './use-sheet.ts';

const newConsumer = '+new';
const shortestQuery = 2;

/** Who is asking: a known consumer by typing, or what was typed carried into a new one's fields. */
export function ConsumerSearch() {
  const consumerId = useSheet(({ draft }) => draft.consumerId);
  return consumerId === null ? <SearchBox /> : <ChosenConsumer consumerId={consumerId} />;
}

function SearchBox() {
  const text = useText(solutionPointText);
  const change = useChangeDraft();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [searched] = useDebouncedValue(typed.trim(), 150);
  const isLongEnough = searched.length >= shortestQuery;
  const found = useQueryMethod(
    'search.find',
    { text: searched },
    { enabled: isLongEnough, keepPrevious: true },
  );
  const consumers = isLongEnough ? (found.data?.consumers ?? []) : [];
  // What changes elsewhere has the same question asked again; that is no reason to take the mark from where it is.
  const isAnswered = found.isFetchedAfterMount || !found.isFetching;
  const isSettled = isLongEnough && searched === typed.trim() && isAnswered;
  const { onTyped, onKeyDown } = useFirstFound(combobox, isSettled, found.data);
  const crm = useCrmSearch(searched);
  const key = useContext(SheetKey);
  useEffect(() => {
    // Nothing is written yet: what comes first is who is asking.
    const { draft } = draftStore.getState().sheets[key] ?? emptySheet;
    if (!isTouched(draft)) input.current?.focus();
  }, [key]);
  const firstOfCrm = crm.consumers[0]?.id;
  const { selectOption } = combobox;
  useEffect(() => {
    // Whom the CRM found stands below "new consumer", and is who was asked for.
    if (firstOfCrm !== undefined) selectOption(1);
  }, [firstOfCrm, selectOption]);
  useKeys([{ key: 'F7', label: text.consumer.search, run: () => input.current?.focus() }]);

  function submit(option: string): void {
    const ofCrm = crmChoice(option, crm);
    if (ofCrm === 'ask') {
      crm.ask();
      return;
    }
    const row = ofCrm ?? consumers.find((consumer) => consumer.id === option);
    if (row === undefined) change((draft) => fillFromQuery(draft, typed));
    else change((draft) => ({ ...draft, consumerId: row.id, isFilled: false, name: row.name }));
    setTyped('');
    combobox.closeDropdown();
    // A known person's details fill themselves in; what is asked next is in what capacity they came.
    focusField(row === undefined ? 'applicant.name' : 'capacity');
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} size="sm">
      <Combobox.Target>
        <TextInput
          ref={input}
          className={classes.cell}
          style={spanOf(8)}
          size="xs"
          label={text.consumer.search}
          placeholder={text.consumer.searchHint}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={found.isFetching && isLongEnough ? <Loader size={14} /> : <KeyHint keyName="F7" />}
          rightSectionWidth={36}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onTyped();
          }}
          onKeyDown={onKeyDown}
          onFocus={() => typed !== '' && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isLongEnough}>
        <Combobox.Options aria-label={text.consumer.search} mah={300} style={{ overflowY: 'auto' }}>
          {consumers.map((consumer) => (
            <Combobox.Option key={consumer.id} value={consumer.id}>
              <ConsumerOption
                consumer={consumer}
                note={text.consumer.openApplications(consumer.openApplications)}
              />
            </Combobox.Option>
          ))}
          <Combobox.Option value={newConsumer}>
            <Group gap="xs" wrap="nowrap">
              <IconUserPlus size={16} aria-hidden />
              <div>
                <Text size="sm" fw={550}>
                  {text.consumer.isNew}: {typed.trim()}
                </Text>
                <Text size="xs" opacity={0.85}>
                  {found.error?.message ??
                    (consumers.length === 0 ? text.consumer.nothing : text.consumer.isNewHint)}
                </Text>
              </div>
            </Group>
          </Combobox.Option>
          {isSettled && consumers.length === 0 && searched.length > shortestQuery && (
            <CrmOptions search={crm} />
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function ChosenConsumer({ consumerId }: { readonly consumerId: string }) {
  const text = useText(solutionPointText);
  const change = useChangeDraft();
  const name = useSheet((sheet) => sheet.draft.name);
  const card = useQueryMethod('consumer.get', { consumerId });
  const letGo = () => change(withoutConsumer);
  useKeys([{ key: 'F7', label: text.consumer.letGo, run: letGo }]);
  return (
    <div className={classes.chosen} style={spanOf(8)}>
      <div>
        <Text size="xs" c="var(--bk-muted)">
          {card.data?.isOfCrm === true ? text.consumer.inCrm : text.consumer.known}
        </Text>
        <Text fw={600}>{name}</Text>
      </div>
      <Button size="xs" variant="default" onClick={letGo} rightSection={<KeyHint keyName="F7" />}>
        {text.consumer.letGo}
      </Button>
    </div>
  );
}
