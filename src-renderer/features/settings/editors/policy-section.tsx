import type { ReactNode } from 'react';
import type { Policy } from '../../../../src-shared/contract/branch-settings.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { useQueryMethod } from '../../../lib/use-method.ts';
import { SettingsPanel } from '../settings-panel.tsx';
import { UnreadableDocument } from './unreadable-note.tsx';
import type { BranchDocuments } from './use-draft.ts';

export type PolicyEditorProps = {
  readonly policy: Policy;
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

type PolicySectionProps = {
  readonly title: string;
  readonly lead: string;
  readonly children: (props: PolicyEditorProps) => ReactNode;
};

/** A section that changes a part of the branch's rules, which are one document. */
export function PolicySection({ title, lead, children }: PolicySectionProps) {
  const documents = useQueryMethod('settings.get', {});
  return (
    <SettingsPanel title={title} lead={lead}>
      <QueryView query={documents} lines={8}>
        {({ policy }) =>
          policy === null ? <UnreadableDocument /> : children({ policy, refetch: documents.refetch })
        }
      </QueryView>
    </SettingsPanel>
  );
}
