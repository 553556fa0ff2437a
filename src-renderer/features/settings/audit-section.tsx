import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { type AuditRow, auditPageSize } from '../../../src-shared/contract/audit.ts';
import { formatDateTime, localDay } from '../../../src-shared/text/format.ts';
import { QueryView } from '../../components/query-view.tsx';
import { revealText } from '../../components/reveal/reveal-text.ts';
import { StateEmpty } from '../../components/state-empty.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { goTo } from '../../lib/route.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { AuditForm, type AuditQuestion } from './audit-form.tsx';
import { auditText } from './audit-text.ts';
import { ChainCheck } from './chain-check.tsx';
import { RecordTable } from './record-table.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { UnusualReading } from './unusual-reading.tsx';

/** Who looked at whose data: for a supervisor, and for the data subject who asks. */
export function AuditSection() {
  const text = useText(auditText);
  const labels = useLabels();
  const [asked, setAsked] = useState<AuditQuestion>(ofToday);
  const [offset, setOffset] = useState(0);
  const found = useQueryMethod('audit.search', { ...asked, offset }, { keepPrevious: true });
  const isRefused = found.error?.code === 'invalid_input';

  function ask(question: AuditQuestion): void {
    setOffset(0);
    setAsked(question);
    if (JSON.stringify(question) === JSON.stringify(asked)) void found.refetch();
  }

  return (
    <SettingsPanel title={labels.settingsSection.audit} lead={text.lead}>
      <Stack gap="md">
        <UnusualReading onShow={(userId, day) => ask({ from: day, to: day, userId, text: '' })} />
        <ChainCheck />
        <AuditForm
          key={JSON.stringify(asked)}
          asked={asked}
          people={found.data?.people ?? []}
          refused={isRefused && found.error !== null ? fieldErrors(found.error) : {}}
          onAsk={ask}
        />
        {!isRefused && (
          <QueryView query={found} lines={8}>
            {({ rows, hasMore }) => (
              <>
                {rows.length === 0 ? (
                  <StateEmpty
                    icon={<IconEye size={32} stroke={1.4} />}
                    title={text.empty}
                    hint={text.emptyHint}
                  />
                ) : (
                  <Found rows={rows} />
                )}
                <Pager offset={offset} count={rows.length} hasMore={hasMore} onMove={setOffset} />
              </>
            )}
          </QueryView>
        )}
      </Stack>
    </SettingsPanel>
  );
}

function ofToday(): AuditQuestion {
  const today = localDay(new Date().toISOString());
  return { from: today, to: today, userId: null, text: '' };
}

function Found({ rows }: { readonly rows: readonly AuditRow[] }) {
  const text = useText(auditText);
  const { heads } = text;
  return (
    <RecordTable heads={[heads.at, heads.actor, heads.act, heads.subject]}>
      {rows.map((row) => (
        <FoundRow key={row.id} row={row} />
      ))}
    </RecordTable>
  );
}

function FoundRow({ row }: { readonly row: AuditRow }) {
  const text = useText(auditText);
  const labels = useLabels();
  const { disclosure, reveal } = row;
  const revealWords = useText(revealText);
  const [file] = row.subjects.filter(({ applicationId }) => applicationId !== null);
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDateTime(row.at)}</Table.Td>
      <Table.Td>{row.actor}</Table.Td>
      <Table.Td>
        {text.acts[row.act]}
        {disclosure !== null && (
          <Text size="xs" c="var(--bk-muted)">
            {[
              labels.capacity[disclosure.capacity],
              labels.identityCheck[disclosure.identityVerifiedBy],
              disclosure.capacityEvidence,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
        {reveal !== null && (
          <Text size="xs" c="var(--bk-muted)">
            {[
              reveal.fields.map((field) => revealWords.fields[field]).join(', '),
              reveal.words || revealWords.reasons[reveal.reason],
            ].join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {row.subjects.map(({ id, label }) => (
          <div key={id}>{label === '' ? text.gone : label}</div>
        ))}
      </Table.Td>
      <Table.Td ta="right">
        {file?.applicationId && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={text.fileOf(file.label)}
            onClick={() => goTo({ screen: 'applicationFile', id: file.applicationId ?? '' })}
          >
            {text.file}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

type PagerProps = {
  readonly offset: number;
  readonly count: number;
  readonly hasMore: boolean;
  readonly onMove: (offset: number) => void;
};

function Pager({ offset, count, hasMore, onMove }: PagerProps) {
  const text = useText(auditText);
  if (offset === 0 && !hasMore) return null;
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="var(--bk-muted)" role="status">
        {text.range(offset + 1, offset + count)}
      </Text>
      <Group gap="sm">
        <Button
          size="compact-sm"
          variant="default"
          disabled={offset === 0}
          onClick={() => onMove(offset - auditPageSize)}
        >
          {text.newer}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!hasMore}
          onClick={() => onMove(offset + auditPageSize)}
        >
          {text.older}
        </Button>
      </Group>
    </Group>
  );
}
