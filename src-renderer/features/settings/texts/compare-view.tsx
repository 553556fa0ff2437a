import { Group, Select, Stack, Switch, Text } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { VersionOfText } from '../../../../src-shared/contract/text.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { useText } from '../../../i18n/use-text.ts';
import type { TextDraft } from '../../../lib/settings-drafts.ts';
import { type Comparable, compareTexts } from './compare-texts.ts';
import { ComparedTable } from './compared-table.tsx';
import { contentOf } from './text-draft.ts';
import { textsWords } from './words.ts';

type CompareViewProps = {
  /** The latest first. */
  readonly versions: readonly VersionOfText[];
  readonly draft: TextDraft | null;
};

type Side = { readonly value: string; readonly label: string; readonly text: Comparable };

/** Any two versions side by side, or one and what is being written. */
export function CompareView({ versions, draft }: CompareViewProps) {
  const words = useText(textsWords);
  const sides = useMemo(() => sidesOf(versions, draft, words), [versions, draft, words]);
  const [chosen, setChosen] = useState<{ readonly left?: string; readonly right?: string }>({});
  const [isBrief, setBrief] = useState(false);
  const [last, before] = sides;
  const left = sides.find(({ value }) => value === chosen.left) ?? before;
  const right = sides.find(({ value }) => value === chosen.right) ?? last;
  const rows = useMemo(
    () => (left === undefined || right === undefined ? [] : compareTexts(left.text, right.text)),
    [left, right],
  );
  if (left === undefined || right === undefined)
    return (
      <StateEmpty
        icon={<IconGitCompare size={32} stroke={1.4} />}
        title={words.oneOnly}
        hint={words.oneOnlyHint}
      />
    );
  const data = sides.map(({ value, label }) => ({ value, label }));
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <Select
          label={words.left}
          data={data}
          value={left.value}
          onChange={(value) => setChosen({ ...chosen, left: value ?? left.value })}
          allowDeselect={false}
        />
        <Select
          label={words.right}
          data={data}
          value={right.value}
          onChange={(value) => setChosen({ ...chosen, right: value ?? right.value })}
          allowDeselect={false}
        />
      </Group>
      <Group justify="space-between">
        <Text size="xs" c="var(--bk-muted)">
          {words.legend}
        </Text>
        <Switch
          size="xs"
          label={words.onlyChanges}
          checked={isBrief}
          onChange={({ currentTarget }) => setBrief(currentTarget.checked)}
        />
      </Group>
      <ComparedTable
        key={`${left.value} ${right.value}`}
        rows={rows}
        isBrief={isBrief}
        sides={[left.label, right.label]}
      />
    </Stack>
  );
}

function sidesOf(
  versions: readonly VersionOfText[],
  draft: TextDraft | null,
  words: { readonly ownDraft: string; readonly version: (version: number, day: string) => string },
): readonly Side[] {
  const published = versions.map(({ text }) => ({
    value: String(text.version),
    label: words.version(text.version, formatDate(text.validFrom)),
    text,
  }));
  return draft === null
    ? published
    : [{ value: 'draft', label: words.ownDraft, text: contentOf(draft) }, ...published];
}
