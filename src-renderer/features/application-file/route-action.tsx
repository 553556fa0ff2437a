import { Select } from '@mantine/core';
import { applicationContract } from '../../../src-shared/contract/application.ts';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { foldTurkish } from '../../../src-shared/text/fold.ts';
import { useText } from '../../i18n/use-text.ts';
import { typingList } from '../../lib/typing-list.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { ActionForm } from './action-form.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { WordsField } from './words-field.tsx';

const method = 'application.route';

/** SP-2: to a team, found by typing; the topic's own team comes first. */
export function RouteAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const catalogue = useQueryMethod('catalogue.get', {});
  const action = useAction({
    name: 'route',
    method,
    schema: applicationContract[method].input,
    applicationId: file.id,
    doneSentence: text.route.done,
  });
  const usual = catalogue.data?.topics.topics.find(({ code }) => code === file.topicCode)?.teamCode;
  const teams = (catalogue.data?.teams.teams ?? [])
    .map(({ code, name, unit }) => ({
      value: code,
      label: code === usual ? `${name} (${text.route.suggested})` : name,
      unit,
    }))
    .toSorted((a, b) => Number(b.value === usual) - Number(a.value === usual));
  return (
    <ActionForm label={text.route.send} action={action}>
      <Select
        data-missing={action.draft.teamCode === ''}
        label={text.route.team}
        placeholder={text.route.teamHint}
        data={teams}
        value={action.draft.teamCode === '' ? null : action.draft.teamCode}
        onChange={(teamCode) => action.change({ teamCode: teamCode ?? '' })}
        error={action.messages.teamCode}
        searchable
        {...typingList}
        allowDeselect={false}
        nothingFoundMessage={text.route.nothing}
        filter={({ search }) => {
          const words = foldTurkish(search).split(' ');
          return teams
            .filter((team) => words.every((word) => foldTurkish(`${team.label} ${team.unit}`).includes(word)))
            .map((team) => ({ ...team, disabled: false }));
        }}
        withAsterisk
      />
      <WordsField
        label={text.route.note}
        description={text.route.noteHint}
        minRows={3}
        value={action.draft.note}
        onChange={(note) => action.change({ note })}
        message={action.messages.note}
      />
    </ActionForm>
  );
}
