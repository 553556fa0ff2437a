import { useState } from 'react';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { mergeList } from '../../../lib/merge-draft.ts';
import type { ChannelDraft } from '../../../lib/settings-drafts.ts';
import { ChannelForm } from './channel-form.tsx';
import { channelsText } from './channels-text.ts';
import classes from './editors.module.css';
import { ItemNav } from './item-nav.tsx';
import { ListEditorFrame } from './list-editor-frame.tsx';
import { numberOf } from './number-of.ts';
import { type ListEditorProps, useListDraft } from './use-list-draft.ts';
import { useListEditing } from './use-list-editing.ts';

export function ChannelsEditor({ saved, refetch }: ListEditorProps<ChannelDraft>) {
  const text = useText(channelsText);
  const labels = useLabels();
  const [chosen, setChosen] = useState<string | null>(null);
  const draft = useListDraft({
    name: 'channels',
    saved,
    merge: mergeList,
    refetch,
    method: 'settings.saveChannels',
    inputOf: (channels) => ({ channels: channels.map(procedureOf) }),
    onRefused: setChosen,
  });
  const list = useListEditing({
    draft,
    nameOf: (channel) => (channel === undefined ? '' : labels.channel[channel.code]),
    onShow: setChosen,
  });
  const fieldNames: Readonly<Record<string, string>> = text.fields;
  const shown = draft.value.find(({ id }) => id === chosen) ?? draft.value[0];
  return (
    <ListEditorFrame
      draft={draft}
      list={list}
      fieldName={(field) => fieldNames[field] ?? field}
      wordsOf={({ theirs }) => (typeof theirs === 'string' ? `“${theirs}”` : text.theirs)}
    >
      <div className={classes.split}>
        <ItemNav
          label={text.list}
          items={draft.value}
          shown={shown?.id ?? null}
          errors={draft.errors}
          lineOf={(channel) => ({
            name: labels.channel[channel.code],
            hint: channel.isOn ? text.steps(channel.steps.length) : text.isOff,
          })}
          onChoose={setChosen}
        >
          {null}
        </ItemNav>
        {shown !== undefined && (
          <ChannelForm key={shown.id} channel={shown} errors={list.errorsOf(shown)} onChange={list.put} />
        )}
      </div>
    </ListEditorFrame>
  );
}

function procedureOf({ id: _, isNew: _isNew, callAttempts, reopenWithinDays, ...rest }: ChannelDraft) {
  return {
    ...rest,
    intake: [...rest.intake],
    closedBy: [...rest.closedBy],
    steps: rest.steps.map((step) => ({ ...step, acts: [...step.acts] })),
    callAttempts: numberOf(callAttempts),
    reopenWithinDays: numberOf(reopenWithinDays),
  };
}
