import { Button, Group, Modal, type ModalProps, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { useCommonText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';

type DialogFormProps = Required<Pick<ModalProps, 'title' | 'size' | 'onClose'>> & {
  readonly onSave: () => Promise<void>;
  readonly isSaving: boolean;
  readonly failure: ScreenFailure | null;
  /** At the other end from the buttons that save and close. */
  readonly aside?: ReactNode;
  /** The fields. */
  readonly children: ReactNode;
};

/** A form over the switchboard that is saved by its button, Enter in a field or Ctrl+Enter anywhere. */
export function DialogForm(props: DialogFormProps) {
  const { title, size, onClose, onSave, isSaving, failure, aside, children } = props;
  const common = useCommonText();
  useKeys([{ key: 'mod+Enter', label: common.save, run: () => void onSave() }], 'dialog');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <Form onSubmit={onSave}>
        <Stack gap="md">
          {children}
          <FormFailure failure={failure} />
          <Group gap="sm" justify="flex-end">
            {aside}
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" loading={isSaving}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
