import { Group, Text } from '@mantine/core';
import { useCommonText } from '../i18n/use-text.ts';
import { ActionButton } from './action-button.tsx';

type ConfirmBarProps = {
  /** What will happen and can't be taken back. */
  readonly question: string;
  readonly confirmLabel: string;
  readonly isRunning?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** For what the law or a printed paper makes final: asked in place, never in a dialog over a dialog. */
export function ConfirmBar({ question, confirmLabel, isRunning, onConfirm, onCancel }: ConfirmBarProps) {
  const text = useCommonText();
  return (
    <Group
      role="group"
      aria-label={question}
      justify="space-between"
      gap="xs"
      p="sm"
      bg="var(--bk-warning-ground)"
      style={{ borderRadius: 'var(--mantine-radius-md)' }}
    >
      <Text size="sm" fw={550} c="var(--bk-warning)" aria-live="polite" flex="1 1 18rem">
        {question}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <ActionButton label={text.cancel} keyName="Escape" run={onCancel} variant="default" />
        <ActionButton label={confirmLabel} keyName="mod+Enter" run={onConfirm} loading={isRunning ?? false} />
      </Group>
    </Group>
  );
}
