import { IconPlus } from '@tabler/icons-react';
import { ActionButton } from '../../../components/action-button.tsx';
import classes from './editors.module.css';

type AddButtonProps = {
  readonly label: string;
  readonly onAdd: () => void;
  /** No more can be added. */
  readonly isFull: boolean;
};

/** Below the items of a list. */
export function AddButton({ label, onAdd, isFull }: AddButtonProps) {
  return (
    <ActionButton
      className={classes.add}
      label={label}
      keyName="alt+N"
      run={onAdd}
      isEnabled={!isFull}
      variant="default"
      size="xs"
      leftSection={<IconPlus size={16} />}
    />
  );
}
