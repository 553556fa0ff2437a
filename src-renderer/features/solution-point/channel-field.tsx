import { Select } from '@mantine/core';
import type { ChannelsFile } from '../../../src-shared/rules/channels.ts';
import { channelsOpenAt, procedureOf } from '../../../src-shared/rules/channels.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { typingList } from '../../lib/typing-list.ts';
import { withChannel } from './draft.ts';
import { solutionPointText } from './text.ts';
import { useChangeDraft, useField } from './use-sheet.ts';

/** How the application has come; a channel that is off or comes in by itself is not offered. */
export function ChannelField({ file }: { readonly file: ChannelsFile }) {
  const text = useText(solutionPointText);
  const labels = useLabels();
  const change = useChangeDraft();
  const { value, message, path } = useField('channel');
  const open = channelsOpenAt(file, 'counter').map(({ code }) => code);
  const offered = open.includes(value) ? open : [value, ...open];
  return (
    <Select
      size="xs"
      w={170}
      aria-label={text.form.channel}
      data-path={path}
      data={offered.map((code) => ({ value: code, label: labels.channel[code] }))}
      value={value}
      onChange={(next) => {
        const chosen = offered.find((code) => code === next);
        if (chosen !== undefined) change((draft) => withChannel(draft, procedureOf(file, chosen)));
      }}
      error={message}
      {...typingList}
      allowDeselect={false}
      withCheckIcon={false}
    />
  );
}
