import { useMemo } from 'react';
import { QueryView } from '../../../components/query-view.tsx';
import { useLabels, useText } from '../../../i18n/use-text.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { CategoriesEditor } from './categories-editor.tsx';
import { categoryDrafts } from './category-drafts.ts';
import { editorsText } from './text.ts';
import { UnreadableDocument } from './unreadable-note.tsx';

export function CategoriesSection() {
  const text = useText(editorsText);
  const labels = useLabels();
  const documents = useQueryMethod('settings.get', {});
  const categories = documents.data?.categories;
  const saved = useMemo(() => (categories ? categoryDrafts(categories) : null), [categories]);
  return (
    <SettingsPanel title={labels.settingsSection.categories} lead={text.categoriesLead}>
      <QueryView query={documents} lines={8}>
        {({ desks }) =>
          saved === null ? (
            <UnreadableDocument />
          ) : (
            <CategoriesEditor saved={saved} desks={desks ?? []} refetch={documents.refetch} />
          )
        }
      </QueryView>
    </SettingsPanel>
  );
}
