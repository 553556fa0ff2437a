import { Group, Text } from '@mantine/core';
import { ActionButton } from '../../../components/action-button.tsx';
import { useCommonText, useText } from '../../../i18n/use-text.ts';
import { BottomBar } from '../bottom-bar.tsx';
import { editorsText } from './text.ts';
import type { Editing } from './use-draft.ts';

type SaveBarProps = {
  readonly editing: Pick<Editing<unknown>, 'isDirty' | 'isSaving' | 'discard' | 'save'>;
};

/** Whether anything is unsaved, and what to do with it. */
export function SaveBar({ editing: { isDirty, isSaving, discard, save } }: SaveBarProps) {
  const text = useText(editorsText);
  const common = useCommonText();
  return (
    <BottomBar>
      <Text
        size="sm"
        role="status"
        c={isDirty ? 'var(--bk-warning)' : 'var(--bk-muted)'}
        fw={isDirty ? 600 : 400}
      >
        {isDirty ? text.unsaved : text.allSaved}
      </Text>
      <Group gap="sm" wrap="nowrap">
        <ActionButton
          label={text.discard}
          keyName="alt+V"
          run={discard}
          isEnabled={isDirty && !isSaving}
          variant="default"
        />
        <ActionButton
          label={common.save}
          keyName="F9"
          run={() => void save()}
          isEnabled={isDirty}
          loading={isSaving}
        />
      </Group>
    </BottomBar>
  );
}
