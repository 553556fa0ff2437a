import { Loader, Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { chooseConsumer } from '../../lib/chosen-consumer.ts';
import { closeFind, useFind } from '../../lib/find-store.ts';
import { useKeys } from '../../lib/keys.ts';
import { goTo, type ScreenName } from '../../lib/route.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import classes from './find.module.css';
import { type Result, resultsFor } from './find-results.ts';
import { ResultList, resultId } from './result-list.tsx';
import { findText } from './text.ts';
import { usePlaces } from './use-places.ts';

const shortestQuery = 2;

type FindBoxProps = { readonly mayOpen: (screen: ScreenName) => boolean };

/** Ctrl+K: a person, a number, a tracking code, a screen, from anywhere. */
export function FindBox({ mayOpen }: FindBoxProps) {
  const { isOpen, text } = useFind();
  return isOpen ? <OpenFind key={text} initial={text} mayOpen={mayOpen} /> : null;
}

function OpenFind({ initial, mayOpen }: FindBoxProps & { readonly initial: string }) {
  const text = useText(findText);
  const [typed, setTyped] = useState(initial);
  const [active, setActive] = useState(0);
  const [searched] = useDebouncedValue(typed.trim(), 120);
  const isAsked = searched.length >= shortestQuery;
  const found = useQueryMethod('search.find', { text: searched }, { enabled: isAsked, keepPrevious: true });
  const answer = isAsked && found.data !== undefined ? found.data : { applications: [], consumers: [] };
  const results = resultsFor(
    typed,
    // A consumer's card is opened at the solution point; who may not go there has no use for it.
    mayOpen('solutionPoint') ? answer : { ...answer, consumers: [] },
    usePlaces(mayOpen),
  );
  const chosen = Math.min(active, results.length - 1);
  // A dialog's level keeps the keys of the screen behind it silent.
  useKeys([{ key: 'mod+K', label: text.title, run: closeFind }], 'dialog');

  function open(result: Result): void {
    closeFind();
    if (result.kind === 'screen') goTo(result.place.route);
    else if (result.kind === 'application') goTo({ screen: 'applicationFile', id: result.row.id });
    else chooseConsumer(result.row.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && results.length > 0) {
      event.preventDefault();
      setActive((chosen + step + results.length) % results.length);
    }
    const result = results[chosen];
    if (event.key === 'Enter' && result !== undefined) {
      event.preventDefault();
      open(result);
    }
  }

  const activeResult = results[chosen];
  return (
    <Modal
      opened
      onClose={closeFind}
      withCloseButton={false}
      padding={0}
      size={640}
      yOffset="10dvh"
      centered={false}
      aria-label={text.title}
    >
      <TextInput
        data-autofocus
        size="lg"
        variant="unstyled"
        className={classes.input}
        aria-label={text.title}
        placeholder={text.placeholder}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={found.isFetching ? <Loader size={16} /> : null}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={results.length > 0}
        aria-controls="find-results"
        aria-activedescendant={activeResult && resultId(activeResult)}
        autoComplete="off"
        spellCheck={false}
      />
      <div className={classes.results}>
        <ResultList results={results} active={chosen} onHover={setActive} onOpen={open} />
        <Status
          sentence={
            found.error !== null && isAsked
              ? `${text.failed} ${found.error.message}`
              : results.length === 0 && searched === typed.trim() && !found.isFetching
                ? text.nothing
                : ''
          }
        />
      </div>
      {!isAsked && <Text className={classes.hint}>{text.hint}</Text>}
    </Modal>
  );
}

function Status({ sentence }: { readonly sentence: string }) {
  return (
    <Text role="status" className={classes.status} data-empty={sentence === ''}>
      {sentence}
    </Text>
  );
}
