import { Group, Stack, Tabs, Text } from '@mantine/core';
import { IconFiles, IconGitCompare, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../../components/action-button.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { languageName } from '../../../components/texts/language-name.ts';
import { textWords } from '../../../components/texts/words.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useLanguage } from '../../../lib/preferences.ts';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { CompareView } from './compare-view.tsx';
import { blankDraft, draftId, draftOfVersion, type TextId } from './text-draft.ts';
import { TextEditor } from './text-editor.tsx';
import classes from './texts.module.css';
import { useTextDrafts } from './use-text-draft.ts';
import { VersionTable } from './version-table.tsx';
import { textsWords } from './words.ts';

type View = 'versions' | 'compare' | 'edit';

type TextDetailProps = { readonly id: TextId; readonly onBack: () => void };

/** One text in one language: its versions, two of them side by side, and the one that is being written. */
export function TextDetail({ id, onBack }: TextDetailProps) {
  const words = useText(textsWords);
  const common = useText(textWords);
  const { language } = useLanguage();
  const history = useQueryMethod('text.history', { ...id }, { everyMillis: 60_000 });
  const draft = useTextDrafts().find((known) => known.id === draftId(id)) ?? null;
  const [view, setView] = useState<View>(draft === null ? 'versions' : 'edit');
  return (
    <QueryView query={history} lines={8}>
      {({ versions }) => {
        const latest = versions[0]?.text;
        const title = draft?.title || latest?.title || id.code;
        const kind = draft?.kind ?? latest?.kind ?? 'notice';
        const start = latest === undefined ? blankDraft({ ...id, kind }) : draftOfVersion(latest);
        return (
          <Stack gap="sm">
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Text fw={650} lang={id.language} dir="auto">
                  {title}
                </Text>
                <Text size="sm" c="var(--bk-muted)">
                  {common.kinds[kind]} · {languageName(id.language, language)} · {id.code}
                </Text>
              </div>
              <ActionButton label={words.back} keyName="alt+G" run={onBack} variant="default" size="xs" />
            </Group>
            <Tabs
              value={view}
              onChange={(next) => setView(views.find((known) => known === next) ?? view)}
              keepMounted={false}
            >
              <Tabs.List className={classes.views} aria-label={words.viewsOf(title)} mb="md">
                <Tabs.Tab value="versions" leftSection={<IconFiles size={16} />}>
                  {words.views.versions}
                </Tabs.Tab>
                <Tabs.Tab value="compare" leftSection={<IconGitCompare size={16} />}>
                  {words.views.compare}
                </Tabs.Tab>
                <Tabs.Tab value="edit" leftSection={<IconPencil size={16} />}>
                  {words.views.edit}
                </Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="versions">
                <VersionTable versions={versions} />
              </Tabs.Panel>
              <Tabs.Panel value="compare">
                <CompareView versions={versions} draft={draft} />
              </Tabs.Panel>
              <Tabs.Panel value="edit">
                <TextEditor
                  start={start}
                  draft={draft}
                  versions={versions}
                  onCompare={() => setView('compare')}
                  onPublished={async () => {
                    setView('versions');
                    await history.refetch();
                  }}
                />
              </Tabs.Panel>
            </Tabs>
          </Stack>
        );
      }}
    </QueryView>
  );
}

const views: readonly View[] = ['versions', 'compare', 'edit'];
