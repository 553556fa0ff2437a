import { Checkbox, Group, Radio, Select, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { RoomNow, UnitNow } from '../../../src-shared/contract/meeting.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { focusNextNeeded } from '../../lib/needed-fields.ts';
import { typingList } from '../../lib/typing-list.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { ActionButton } from '../action-button.tsx';
import { FormFailure } from '../form-failure.tsx';
import { Note } from '../note.tsx';
import { NumberedRadios } from '../numbered-radios.tsx';
import classes from './hand-over.module.css';
import type { HandOverSubject } from './hand-over-dialog.tsx';
import { PlaceWords, UnitWords } from './place-words.tsx';
import { placeKey, placesFor } from './places.ts';
import { handOverText } from './text.ts';
import { topicsFor, unitFor } from './topics.ts';
import { useHandOver } from './use-hand-over.ts';

type HandOverFormProps = {
  readonly subject: HandOverSubject;
  readonly rooms: readonly RoomNow[];
  readonly units: readonly UnitNow[];
  readonly topics: readonly Topic[];
  /** Of the application that is being worked on. */
  readonly topicCode: string | null;
  readonly onClose: () => void;
  /** What was shown as free is not any more. */
  readonly onTaken: () => void;
};

export function HandOverForm({
  subject,
  rooms,
  units,
  topics,
  topicCode,
  onClose,
  onTaken,
}: HandOverFormProps) {
  const text = useText(handOverText);
  const common = useCommonText();
  const isUnit = useUser()?.role === 'unit';
  const form = useRef<HTMLFormElement>(null);
  const [chosenTopic, setTopic] = useState(topicCode);
  const [chosenUnit, setUnit] = useState(subject.unitCode ?? unitFor(topicCode, topics, units));
  const [chosenPlace, setPlace] = useState(
    subject.roomCode === undefined ? null : `room/${subject.roomCode}`,
  );
  const [isOnline, setOnline] = useState(false);
  const [wantsSlip, setWantsSlip] = useState(true);
  const hasPrinter = useQueryMethod('system.connection', {}).data?.printer.isConfigured === true;
  // What is known when the dialog opens decides where its keyboard begins.
  const [startsAtTopic] = useState(chosenUnit !== null && chosenTopic === null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const unit = units.find(({ unitCode }) => unitCode === chosenUnit);
  const isAtDesk = subject.ticket.status !== 'waiting';
  const places = unit === undefined ? [] : placesFor(rooms, { unit, isAtDesk, mayWait: !isUnit });
  const place =
    places.find((known) => placeKey(known) === chosenPlace) ?? places.find(({ kind }) => kind === 'any');
  const mustWait = place?.kind === 'room' && !place.isFree;
  const mayJoinOnline = unit?.hasTeams === true && place !== undefined && place.kind !== 'teams' && !mustWait;
  const mayPrint = hasPrinter && place?.kind !== 'teams' && !mustWait;
  const handOver = useHandOver(subject, onClose, (offer) => {
    setPlace(offer && `room/${offer.roomCode}`);
    onTaken();
  });
  const errors = handOver.failure === null ? {} : fieldErrors(handOver.failure);
  const isAway = useHubAway() !== null;
  const isReady = !isAway && unit !== undefined && place !== undefined && (mustWait || chosenTopic !== null);

  function send(): void {
    if (unit === undefined || place === undefined) return;
    if (mustWait) return void handOver.letWait(place.room);
    if (chosenTopic === null) return;
    const isTeams = place.kind === 'teams' || (mayJoinOnline && isOnline);
    void handOver.send({
      unit,
      place,
      topicCode: chosenTopic,
      mode: isTeams ? 'teams' : 'in_person',
      printsSlip: mayPrint && wantsSlip,
    });
  }

  return (
    <form ref={form} noValidate className={classes.form} onSubmit={(event) => event.preventDefault()}>
      <div className={classes.choices}>
        <Radio.Group
          label={text.unit}
          value={chosenUnit ?? ''}
          onChange={setUnit}
          data-missing={unit === undefined}
          withAsterisk
          error={errors.unitCode}
        >
          <div className={classes.list}>
            <NumberedRadios
              values={units.map(({ unitCode }) => unitCode)}
              labels={Object.fromEntries(
                units.map((each) => [each.unitCode, <UnitWords key={each.unitCode} unit={each} />]),
              )}
              rowClassName={classes.row}
              focused={startsAtTopic ? undefined : (chosenUnit ?? units[0]?.unitCode)}
              onChoose={setUnit}
            />
          </div>
        </Radio.Group>
        <Radio.Group
          label={text.place}
          value={place === undefined ? '' : placeKey(place)}
          onChange={setPlace}
          data-missing={unit !== undefined && place === undefined}
          withAsterisk
          error={errors.roomCode ?? errors.mode}
        >
          <div className={classes.list}>
            {places.length === 0 ? (
              <Text size="sm" c="var(--bk-muted)" p="xs">
                {unit === undefined ? text.placeFirst : text.noPlace}
              </Text>
            ) : (
              <NumberedRadios
                values={places.map(placeKey)}
                labels={Object.fromEntries(
                  places.map((each) => [placeKey(each), <PlaceWords key={placeKey(each)} place={each} />]),
                )}
                rowClassName={classes.row}
                onChoose={setPlace}
              />
            )}
          </div>
        </Radio.Group>
      </div>
      {mayJoinOnline && (
        <Checkbox
          size="xs"
          label={text.teamsInRoom}
          checked={isOnline}
          onChange={(event) => setOnline(event.currentTarget.checked)}
        />
      )}
      {mayPrint && (
        <Checkbox
          size="xs"
          label={text.slip}
          checked={wantsSlip}
          onChange={(event) => setWantsSlip(event.currentTarget.checked)}
        />
      )}
      <Select
        label={text.topic}
        description={text.door}
        placeholder={text.topicHint}
        data={topicsFor(unit, topics, '')}
        filter={({ search }) => topicsFor(unit, topics, search)}
        value={chosenTopic}
        onChange={(code) => {
          setTopic(code);
          focusNextNeeded(form.current);
        }}
        data-missing={chosenTopic === null && !mustWait}
        data-autofocus={startsAtTopic || undefined}
        nothingFoundMessage={text.topicNothing}
        allowDeselect={false}
        searchable
        {...typingList}
        withAsterisk={!mustWait}
        aria-required={!mustWait}
        error={errors.topicCode}
        maxDropdownHeight={200}
      />
      {handOver.taken !== null && (
        <Note tone="warning" title={text.taken}>
          {handOver.taken.offer === null ? text.noneLeft : text.offered(handOver.taken.offer.roomName)}
        </Note>
      )}
      <FormFailure failure={handOver.failure?.fields === undefined ? handOver.failure : null} />
      <Group justify="flex-end" gap="sm">
        <ActionButton level="dialog" label={common.cancel} keyName="Escape" variant="default" run={onClose} />
        <ActionButton
          level="dialog"
          label={mustWait ? text.sendAndWait : text.send}
          keyName="mod+Enter"
          isEnabled={isReady}
          loading={handOver.isRunning}
          run={send}
        />
      </Group>
    </form>
  );
}
