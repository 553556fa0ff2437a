import { Button, Loader, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { applicationWorkContract } from '../../../src-shared/contract/application-work.ts';
import { linkRelations } from '../../../src-shared/ledger/application-entries.ts';
import { type Likely, LikelyList } from '../../components/likely-list.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { ActionForm } from './action-form.tsx';
import { applicationFileText } from './text.ts';
import { useAction } from './use-action.ts';

const method = 'application.link';
const shortestQuery = 3;

/** Ties another application to this one: those that may be the same matter are offered, any can be looked for. */
export function LinkAction({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const labels = useLabels();
  const [typed, setTyped] = useState('');
  const action = useAction({
    name: 'link',
    method,
    schema: applicationWorkContract[method].input,
    applicationId: file.id,
    doneSentence: text.link.done,
    inputOf: (draft) => ({ applicationId: file.id, ...draft, reasons: reasonsOf(offered, draft.otherId) }),
  });
  const { likely, found, isSearching } = useCandidates(file, typed);
  const linked = new Set(file.links.map(({ applicationId }) => applicationId));
  const offered = [
    ...found,
    ...likely.filter(({ row }) => !found.some((one) => one.row.id === row.id)),
  ].filter(({ row }) => row.id !== file.id && !linked.has(row.id));
  return (
    <ActionForm label={text.link.send} action={action}>
      <TextInput
        label={text.link.search}
        placeholder={text.link.searchHint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        rightSection={isSearching ? <Loader size={14} /> : null}
        maxLength={100}
      />
      {offered.length === 0 ? (
        <Text size="sm" c="var(--bk-muted)">
          {typed.trim().length < shortestQuery ? text.link.noneLikely : text.link.noneFound}
        </Text>
      ) : (
        <LikelyList
          likely={offered}
          label={text.link.candidates}
          actionOf={({ row }) => (
            <Button
              size="compact-sm"
              variant={action.draft.otherId === row.id ? 'filled' : 'default'}
              aria-pressed={action.draft.otherId === row.id}
              onClick={() => action.change({ otherId: row.id })}
            >
              {text.link.choose}
            </Button>
          )}
        />
      )}
      {action.messages.otherId !== undefined && (
        <Text size="sm" c="var(--bk-danger)" role="alert">
          {action.messages.otherId}
        </Text>
      )}
      <Radio.Group
        label={text.link.relation}
        value={action.draft.relation}
        onChange={(value) => {
          const relation = linkRelations.find((known) => known === value);
          if (relation !== undefined) action.change({ relation });
        }}
      >
        <Stack gap={10} mt={4}>
          {linkRelations.map((relation) => (
            <Radio key={relation} size="xs" value={relation} label={labels.linkRelation[relation]} />
          ))}
        </Stack>
      </Radio.Group>
    </ActionForm>
  );
}

function reasonsOf(offered: readonly Likely[], id: string): Likely['reasons'] {
  return offered.find(({ row }) => row.id === id)?.reasons ?? [];
}

function useCandidates(file: ApplicationFile, typed: string) {
  const { consumerId, installationNo, premises, topicCode, description } = file;
  // The number is masked here; the core knows it by `exceptId`.
  const sought = {
    consumerId,
    phone: null,
    installationNo,
    premises,
    topicCode,
    description,
    exceptId: file.id,
  };
  const likely = useQueryMethod('application.findDuplicates', sought);
  const [searched] = useDebouncedValue(typed.trim(), 200);
  const isAsked = searched.length >= shortestQuery;
  const found = useQueryMethod('search.find', { text: searched }, { enabled: isAsked });
  const rows = isAsked ? (found.data?.applications ?? []) : [];
  return {
    likely: likely.data?.likely ?? [],
    found: rows.map((row) => ({ row, score: 0, reasons: [] })),
    isSearching: found.isFetching,
  };
}
