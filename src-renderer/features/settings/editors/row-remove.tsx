import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

type RowRemoveProps = {
  /** Names what it removes. */
  readonly label: string;
  /** Null for the last one, which has to stay. */
  readonly onRemove: (() => void) | null;
};

/** At the end of a row that is edited in place. */
export function RowRemove({ label, onRemove }: RowRemoveProps) {
  return (
    <ActionIcon
      variant="default"
      size={36}
      disabled={onRemove === null}
      aria-label={label}
      title={label}
      onClick={() => onRemove?.()}
    >
      <IconTrash size={17} stroke={1.6} />
    </ActionIcon>
  );
}
