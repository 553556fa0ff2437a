import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { otherBases } from '../../../src-shared/rules/special-category.ts';
import { useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { Form } from '../form.tsx';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone } from '../notify.ts';
import { consentsText } from './text.ts';

type GroundFormProps = { readonly applicationId: string; readonly onDone: () => void };

/** Another case of KVKK md. 6/3 than consent: recorded by a person, with why it applies. */
export function GroundForm({ applicationId, onDone }: GroundFormProps) {
  const text = useText(consentsText);
  const command = useCommand('consent.ground');
  const [basis, setBasis] = useState<(typeof otherBases)[number]>('right');
  const [note, setNote] = useState('');
  const isInput = command.failure?.code === 'invalid_input';
  const wrong = isInput && command.failure !== null ? fieldErrors(command.failure) : {};

  async function send(): Promise<void> {
    const result = await command.run({ applicationId, basis, note });
    if (!result.ok) return;
    notifyDone(text.otherGround.done);
    onDone();
  }

  return (
    <Form onSubmit={send}>
      <Stack gap="sm">
        <Text size="sm">{text.otherGround.lead}</Text>
        <NativeSelect
          label={text.otherGround.basis}
          value={basis}
          data={otherBases.map((value) => ({ value, label: text.bases[value] }))}
          onChange={({ currentTarget }) =>
            setBasis(otherBases.find((one) => one === currentTarget.value) ?? 'right')
          }
          error={wrong.basis}
        />
        <Textarea
          label={text.otherGround.note}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          error={wrong.note}
          autosize
          minRows={2}
          maxLength={2000}
          withAsterisk
        />
        <FormFailure failure={isInput ? null : command.failure} />
        <Group justify="flex-end">
          <Button type="submit" loading={command.isRunning}>
            {text.otherGround.send}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
