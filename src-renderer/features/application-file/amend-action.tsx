import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { applicationWorkContract } from '../../../src-shared/contract/application-work.ts';
import { applicationTypes, replyChannels } from '../../../src-shared/ledger/application-entries.ts';
import { revealText } from '../../components/reveal/reveal-text.ts';
import { revealable } from '../../components/reveal/revealable.ts';
import { useReveal } from '../../components/reveal/use-reveal.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import type { AmendField } from './action-drafts.ts';
import { ActionForm } from './action-form.tsx';
import { amendFieldOf, amendInput, amendValues, isPrivate } from './amend-fields.ts';
import { AmendTopicFields } from './amend-topic.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';
import { WordsField } from './words-field.tsx';

const method = 'application.amend';
const plain = ['name', 'identityNo', 'phone', 'landline', 'email', 'installationNo'] as const;

/** Puts right what was taken down wrongly, with the reason; what stood there stays in the story. */
export function AmendAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const topics = useQueryMethod('catalogue.get', {}).data?.topics.topics ?? [];
  const action = useAction({
    name: 'amend',
    method,
    schema: applicationWorkContract[method].input,
    applicationId: file.id,
    doneSentence: text.amend.done,
    inputOf: (draft) => amendInput(file, draft, topics),
    fieldOf: amendFieldOf,
  });
  const now = amendValues(file);
  const { changes, topic } = action.draft;
  const isAnonymous = file.applicant.kind === 'anonymous';
  const numbers = revealable(file.applicant);
  const reveal = useReveal({ kind: 'application', id: file.id });
  const common = useText(revealText);
  const isShown = numbers.every((name) => file.revealed?.fields.includes(name));

  function field(name: AmendField) {
    return {
      label: text.amend.fields[name],
      ...(isPrivate(name)
        ? { value: changes[name] ?? '', placeholder: now[name] }
        : { value: changes[name] ?? now[name] }),
      error: action.messages[name],
      size: 'xs' as const,
      'data-changed': changes[name] !== undefined || undefined,
    };
  }
  function change(name: AmendField, value: string): void {
    const { [name]: _, ...others } = changes;
    const isUnchanged = value === (isPrivate(name) ? '' : now[name]);
    action.change({ changes: isUnchanged ? others : { ...others, [name]: value } });
  }

  return (
    <ActionForm label={text.amend.send} action={action}>
      {!isShown && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconEye size={13} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          loading={reveal.isRunning}
          onClick={() => void reveal.show(numbers, 'correction')}
        >
          {common.show}
        </Button>
      )}
      {plain
        .filter((name) => !file.isIdentityHidden || name === 'installationNo')
        .filter((name) => !isAnonymous || name === 'installationNo' || name === 'phone')
        .map((name) => (
          <TextInput
            key={name}
            {...field(name)}
            onChange={(event) => change(name, event.currentTarget.value)}
            maxLength={200}
          />
        ))}
      <AmendTopicFields
        file={file}
        topics={topics}
        changed={topic}
        messages={action.messages}
        onChange={(next) => action.change({ topic: next })}
      />
      <Select
        {...field('applicationType')}
        data={applicationTypes.map((value) => ({ value, label: labels.applicationType[value] }))}
        onChange={(value) => value !== null && change('applicationType', value)}
        allowDeselect={false}
      />
      {!isAnonymous && (
        <Select
          {...field('replyChannel')}
          data={replyChannels.map((value) => ({ value, label: labels.replyChannel[value] }))}
          onChange={(value) => value !== null && change('replyChannel', value)}
          allowDeselect={false}
        />
      )}
      {file.edmsNo !== null && (
        <TextInput
          {...field('edmsNo')}
          onChange={(event) => change('edmsNo', event.currentTarget.value)}
          maxLength={60}
        />
      )}
      <Textarea
        {...field('description')}
        onChange={(event) => change('description', event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
      />
      <WordsField
        label={text.amend.reason}
        isRequired
        value={action.draft.reason}
        onChange={(reason) => action.change({ reason })}
        message={action.messages.reason}
      />
    </ActionForm>
  );
}
