import { Button, Group, Table, Text } from '@mantine/core';
import {
  IconArrowsExchange,
  IconCalendarTime,
  IconCircleCheck,
  IconClockStop,
  IconFileText,
  IconHistory,
} from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { TextStanding, VersionOfText } from '../../../../src-shared/contract/text.ts';
import { formatDate, formatDateTime } from '../../../../src-shared/text/format.ts';
import { StateEmpty } from '../../../components/state-empty.tsx';
import { StatusBadge, type Tone } from '../../../components/status-badge.tsx';
import { type GivenText, TextDialog } from '../../../components/texts/text-dialog.tsx';
import { textWords } from '../../../components/texts/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { RecordTable } from '../record-table.tsx';
import classes from './texts.module.css';
import { textsWords } from './words.ts';

const marks: Readonly<Record<TextStanding, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  in_force: { tone: 'success', icon: <IconCircleCheck /> },
  coming: { tone: 'accent', icon: <IconCalendarTime /> },
  past: { tone: 'neutral', icon: <IconHistory /> },
  replaced: { tone: 'neutral', icon: <IconArrowsExchange /> },
  ended: { tone: 'neutral', icon: <IconClockStop /> },
};
/** Enough of a digest to tell two versions apart by eye; the whole stands where the text is read. */
const digestShown = 12;

/** Every version, the latest first, each to be read. */
export function VersionTable({ versions }: { readonly versions: readonly VersionOfText[] }) {
  const words = useText(textsWords);
  const [read, setRead] = useState<GivenText | null>(null);
  const { versionHeads: heads } = words;
  if (versions.length === 0)
    return (
      <StateEmpty icon={<IconFileText size={32} stroke={1.4} />} title={words.none} hint={words.untouched} />
    );
  return (
    <>
      <RecordTable heads={[heads.version, heads.validity, heads.standing, heads.published, heads.hash]}>
        {versions.map((version) => (
          <Row key={version.text.version} version={version} onRead={setRead} />
        ))}
      </RecordTable>
      {read !== null && <TextDialog given={read} onClose={() => setRead(null)} />}
    </>
  );
}

type RowProps = { readonly version: VersionOfText; readonly onRead: (text: GivenText) => void };

function Row({ version: { text, standing, publishedAt, publishedBy }, onRead }: RowProps) {
  const words = useText(textsWords);
  const common = useText(textWords);
  const { code, version, hash, draft, validFrom, validTo } = text;
  const from = formatDate(validFrom);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Text fw={650} component="span">
            {version}
          </Text>
          {draft && <StatusBadge tone="warning" icon={<IconFileText />} label={common.draft} />}
        </Group>
      </Table.Td>
      <Table.Td className={classes.days}>
        {validTo === null ? words.from(from) : words.between(from, formatDate(validTo))}
      </Table.Td>
      <Table.Td>
        <StatusBadge {...marks[standing]} label={words.standings[standing]} />
      </Table.Td>
      <Table.Td>
        {publishedAt === null ? (
          <Text size="sm" c="var(--bk-muted)">
            {words.shipped}
          </Text>
        ) : (
          <>
            {formatDateTime(publishedAt)}
            <Text size="xs" c="var(--bk-muted)">
              {publishedBy}
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td className={classes.digest} title={hash}>
        {hash.slice(0, digestShown)}…
      </Table.Td>
      <Table.Td ta="right">
        <Button
          size="compact-sm"
          variant="default"
          aria-label={words.readOf(version)}
          onClick={() => onRead({ code, version, hash })}
        >
          {words.read}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
