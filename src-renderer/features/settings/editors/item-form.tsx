import { Group } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ActionButton } from '../../../components/action-button.tsx';
import { useText } from '../../../i18n/use-text.ts';
import classes from './editors.module.css';
import { editorsText } from './text.ts';

type ItemFormProps = {
  readonly label: string;
  /** Null for the last one, which has to stay. */
  readonly onRemove: (() => void) | null;
  /** What else can be done with the item. */
  readonly actions?: ReactNode;
  /** The fields. */
  readonly children: ReactNode;
};

/** Beside a list: the item of it that was chosen. */
export function ItemForm({ label, onRemove, actions, children }: ItemFormProps) {
  const text = useText(editorsText);
  return (
    <section className={classes.form} aria-label={label}>
      <div className={classes.fields}>{children}</div>
      <Group gap="xs" mt="md">
        {actions}
        <ActionButton
          label={text.remove}
          keyName="alt+K"
          run={() => onRemove?.()}
          isEnabled={onRemove !== null}
          variant="default"
          size="xs"
          ml="auto"
          leftSection={<IconTrash size={15} />}
        />
      </Group>
    </section>
  );
}
