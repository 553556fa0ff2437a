import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDate, localDay } from '../../../src-shared/text/format.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { SheetDialog } from '../../components/paper/sheet-dialog.tsx';
import { defineText } from '../../i18n/define-text.ts';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { parseTypedDay } from '../../lib/turkish-moment.ts';
import { SettingsPanel } from './settings-panel.tsx';

const shiftReportText = defineText(
  {
    lead: 'Bir günün numaraları, beklemeleri, bankoları, başvuruları ve SMS’leri tek sayfada; kapanışta yazdırılıp imzalanır. Son 31 gün için alınır.',
    day: 'Gün',
    dayHint: 'gg.aa.yyyy',
    dayWrong: 'Gün gg.aa.yyyy olarak yazılmalı.',
    open: 'Raporu aç',
  },
  {
    lead: 'A day’s numbers, waits, desks, applications and SMS on one page, to be printed and signed at closing time. For the last 31 days.',
    day: 'Day',
    dayHint: 'dd.mm.yyyy',
    dayWrong: 'A day is written as dd.mm.yyyy.',
    open: 'Open the report',
  },
);

/** Where a supervisor closes the day; the branch's figures of one day on paper. */
export function ShiftReportSection() {
  const text = useText(shiftReportText);
  const labels = useLabels();
  const today = localDay(new Date().toISOString());
  const [typed, setTyped] = useState(formatDate(today));
  const [isWrong, setWrong] = useState(false);
  const [shown, setShown] = useState<string | null>(null);

  function open(): void {
    const day = parseTypedDay(typed, today);
    setWrong(day === undefined);
    if (day === undefined) return;
    setTyped(formatDate(day));
    setShown(day);
  }

  return (
    <SettingsPanel title={labels.settingsSection.shiftReport} lead={text.lead}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Group align="flex-start" gap="md">
          <TextInput
            label={text.day}
            placeholder={text.dayHint}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            error={isWrong ? text.dayWrong : null}
          />
          <ActionButton label={text.open} keyName="F9" mt="1.5rem" run={open} />
        </Group>
      </form>
      {shown !== null && (
        <SheetDialog sheet={{ document: 'shift_report', day: shown }} onClose={() => setShown(null)} />
      )}
    </SettingsPanel>
  );
}
