import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileText, IconPencil, IconPlus } from '@tabler/icons-react';
import type { TextRow } from '../../../../src-shared/contract/text.ts';
import { usualLanguage } from '../../../../src-shared/rules/texts.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { StatusBadge } from '../../../components/status-badge.tsx';
import { languageName } from '../../../components/texts/language-name.ts';
import { textWords } from '../../../components/texts/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useLanguage } from '../../../lib/preferences.ts';
import type { TextDraft } from '../../../lib/settings-drafts.ts';
import { RecordTable } from '../record-table.tsx';
import { draftId, type TextId } from './text-draft.ts';
import classes from './texts.module.css';
import { textsWords } from './words.ts';

type TextTableProps = {
  readonly texts: readonly TextRow[];
  readonly drafts: readonly TextDraft[];
  readonly onOpen: (id: TextId) => void;
  readonly onAdd: () => void;
};

/** Every text once in each of its languages; those that are only being written come last. */
export function TextTable({ texts, drafts, onOpen, onAdd }: TextTableProps) {
  const words = useText(textsWords);
  const { heads } = words;
  const known = new Set(texts.map(draftId));
  const fresh = drafts.filter(({ id }) => !known.has(id)).map(rowOfDraft);
  return (
    <Stack gap="md">
      <RecordTable heads={[heads.title, heads.language, heads.inForce, heads.next]}>
        {[...texts.toSorted(asRead), ...fresh].map((row) => (
          <Row
            key={draftId(row)}
            row={row}
            isWriting={drafts.some(({ id }) => id === draftId(row))}
            onOpen={() => onOpen({ code: row.code, language: row.language })}
          />
        ))}
      </RecordTable>
      <Group>
        <ActionButton
          label={words.add}
          keyName="alt+N"
          run={onAdd}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} />}
        />
      </Group>
    </Stack>
  );
}

/** What everybody is given first, and of each text the one in Turkish. */
function asRead(a: TextRow, b: TextRow): number {
  if (a.kind !== b.kind) return a.kind === 'notice' ? -1 : 1;
  if (a.code !== b.code) return a.code < b.code ? -1 : 1;
  return Number(b.language === usualLanguage) - Number(a.language === usualLanguage);
}

type ShownRow = Omit<TextRow, 'versions'>;

function rowOfDraft({ code, kind, language, title }: TextDraft): ShownRow {
  return { code, kind, language, title: title || code, inForce: null, next: null };
}

type RowProps = { readonly row: ShownRow; readonly isWriting: boolean; readonly onOpen: () => void };

function Row({ row, isWriting, onOpen }: RowProps) {
  const words = useText(textsWords);
  const common = useText(textWords);
  const { language } = useLanguage();
  const name = languageName(row.language, language);
  return (
    <Table.Tr>
      <Table.Td>
        <span className={classes.title} lang={row.language} dir="auto">
          {row.title}
        </span>
        <Group gap="xs">
          <Text size="xs" c="var(--bk-muted)">
            {common.kinds[row.kind]} · {row.code}
          </Text>
          {isWriting && <StatusBadge tone="accent" icon={<IconPencil />} label={words.writing} />}
        </Group>
      </Table.Td>
      <Table.Td>{name}</Table.Td>
      <Standing version={row.inForce} />
      <Standing version={row.next} />
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.openOf(row.title, name)}
          onClick={onOpen}
        >
          {words.open}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function Standing({ version }: { readonly version: TextRow['inForce'] }) {
  const words = useText(textsWords);
  const common = useText(textWords);
  if (version === null)
    return (
      <Table.Td>
        <Text size="sm" c="var(--bk-muted)">
          {words.none}
        </Text>
      </Table.Td>
    );
  return (
    <Table.Td className={classes.standing}>
      <span>{words.since(version.version, formatDate(version.validFrom))}</span>
      {version.draft && <StatusBadge tone="warning" icon={<IconFileText />} label={common.draft} />}
    </Table.Td>
  );
}
