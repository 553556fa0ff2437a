import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCommonText } from '../i18n/use-text.ts';

const undoMs = 8_000;

type Undo = { readonly message: string; readonly onUndo: () => void };

/** Says what was done and offers to take it back, instead of asking beforehand. */
export function showUndo({ message, onUndo }: Undo): void {
  const id = notifications.show({
    message: <UndoLine message={message} onUndo={undo} />,
    autoClose: undoMs,
    withCloseButton: false,
  });
  function undo(): void {
    notifications.hide(id);
    onUndo();
  }
}

function UndoLine({ message, onUndo }: Undo) {
  const text = useCommonText();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="xs" variant="subtle" onClick={onUndo}>
        {text.undo}
      </Button>
    </Group>
  );
}
