import { useState } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { NewTextForm } from './new-text-form.tsx';
import { TextDetail } from './text-detail.tsx';
import { draftId, type TextId } from './text-draft.ts';
import { TextTable } from './text-table.tsx';
import { useTextDrafts } from './use-text-draft.ts';
import { textsWords } from './words.ts';

/** Which version is in force changes at midnight, which nothing announces. */
const everyMillis = 60_000;

/** Notices and consents: what is in force, what it was, and what it will be. */
export function TextsSection() {
  const words = useText(textsWords);
  const labels = useLabels();
  const list = useQueryMethod('text.list', {}, { everyMillis });
  const drafts = useTextDrafts();
  const [open, setOpen] = useState<TextId | 'new' | null>(null);
  return (
    <SettingsPanel title={labels.settingsSection.texts} lead={words.lead}>
      <QueryView query={list} lines={8}>
        {({ texts }) => {
          if (open === 'new')
            return <NewTextForm texts={texts} onStart={setOpen} onBack={() => setOpen(null)} />;
          if (open === null)
            return <TextTable texts={texts} drafts={drafts} onOpen={setOpen} onAdd={() => setOpen('new')} />;
          return <TextDetail key={draftId(open)} id={open} onBack={() => setOpen(null)} />;
        }}
      </QueryView>
    </SettingsPanel>
  );
}
