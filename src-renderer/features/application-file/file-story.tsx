import { Tabs } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { AttachmentsPanel } from '../../components/attachments/attachments-panel.tsx';
import { attachmentsText } from '../../components/attachments/text.ts';
import { stage } from '../../components/attachments/uploads-store.ts';
import { useGivenFiles } from '../../components/attachments/use-given-files.ts';
import { ConsentsPanel } from '../../components/consents/consents-panel.tsx';
import { consentsText } from '../../components/consents/text.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { applicationFileText } from './text.ts';
import { Timeline } from './timeline.tsx';

type Tab = 'timeline' | 'attachments' | 'consents';
const tabs: readonly Tab[] = ['timeline', 'attachments', 'consents'];
const tabKey = 'F6';
/** In the tab itself the same key takes a consent back. */
const consentsKey = 'F10';

type FileStoryProps = { readonly file: ApplicationFile; readonly tab: Tab };

/** What happened and what was handed in. Files that come from anywhere on the screen lead to the second. */
export function FileStory({ file, tab: first }: FileStoryProps) {
  const text = useText(applicationFileText);
  const words = useText(attachmentsText);
  const consents = useText(consentsText);
  const [tab, setTab] = useState(first);
  const user = useUser();
  const isDesk = user !== undefined && user.role !== 'reception' && user.role !== 'unit';
  const list = useQueryMethod('attachment.list', { applicationId: file.id }).data;
  const count = list?.attachments.filter(({ withdrawal }) => withdrawal === null).length ?? 0;
  const isOver = useGivenFiles(list?.canAdd === true && user !== undefined, take);
  const other: Tab = tab === 'timeline' ? 'attachments' : 'timeline';
  const keys: Readonly<Record<Tab, string | undefined>> = {
    timeline: other === 'timeline' ? tabKey : undefined,
    attachments: other === 'attachments' ? tabKey : undefined,
    consents: tab === 'consents' ? undefined : consentsKey,
  };
  useKeys([
    {
      key: tabKey,
      label: other === 'attachments' ? words.heading : text.timeline.heading,
      run: () => setTab(other),
    },
    {
      key: consentsKey,
      label: consents.heading,
      isEnabled: isDesk && tab !== 'consents',
      run: () => setTab('consents'),
    },
  ]);

  function take(files: readonly File[]): void {
    setTab('attachments');
    if (user !== undefined)
      void stage({ userId: user.id, target: { kind: 'application', applicationId: file.id } }, files);
  }

  const shown = isOver ? 'attachments' : tab;
  const hint = (of: Tab) => {
    const keyName = keys[of];
    return keyName !== undefined && { rightSection: <KeyHint keyName={keyName} /> };
  };
  return (
    <Tabs
      value={shown}
      onChange={(value) => setTab(tabs.find((one) => one === value) ?? 'timeline')}
      keepMounted={false}
    >
      <Tabs.List mb="sm">
        <Tabs.Tab value="timeline" fw={600} {...hint('timeline')}>
          {text.timeline.heading}
        </Tabs.Tab>
        <Tabs.Tab value="attachments" fw={600} {...hint('attachments')}>
          {count === 0 ? words.heading : `${words.heading} (${count})`}
        </Tabs.Tab>
        {isDesk && (
          <Tabs.Tab value="consents" fw={600} {...hint('consents')}>
            {consents.heading}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="timeline">
        <Timeline items={file.timeline} />
      </Tabs.Panel>
      <Tabs.Panel value="attachments">
        <AttachmentsPanel applicationId={file.id} isOver={isOver} onFiles={take} />
      </Tabs.Panel>
      {isDesk && (
        <Tabs.Panel value="consents">
          <ConsentsPanel applicationId={file.id} />
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
