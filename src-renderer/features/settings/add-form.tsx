import { Button, Group, Paper, SimpleGrid, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ActionButton } from '../../components/action-button.tsx';
import { Form } from '../../components/form.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { useCommonText } from '../../i18n/use-text.ts';
import type { ScreenFailure } from '../../lib/screen-result.ts';

type AddFormProps = {
  /** On the button that adds. */
  readonly label: string;
  readonly onAdd: () => Promise<void>;
  readonly isAdding: boolean;
  readonly failure: ScreenFailure | null;
  readonly onCancel: () => void;
  /** The fields, three in a row. */
  readonly children: ReactNode;
};

/** Opens above a list of the settings for one more of it. */
export function AddForm({ label, onAdd, isAdding, failure, onCancel, children }: AddFormProps) {
  const common = useCommonText();
  return (
    <Paper p="md" mb="md" bg="var(--bk-raised)">
      <Form onSubmit={onAdd}>
        <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
          {children}
        </SimpleGrid>
        <Stack gap="md" mt="md">
          <FormFailure failure={failure} />
          <Group justify="flex-end" gap="sm">
            <ActionButton label={common.cancel} keyName="Escape" run={onCancel} variant="default" />
            <Button type="submit" loading={isAdding}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Paper>
  );
}
