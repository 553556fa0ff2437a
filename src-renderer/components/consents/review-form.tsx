import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { fieldErrors } from '../../lib/form-errors.ts';
import { useCommand } from '../../lib/use-method.ts';
import { Form } from '../form.tsx';
import { FormFailure } from '../form-failure.tsx';
import { notifyDone } from '../notify.ts';
import { consentsText } from './text.ts';

type ReviewFormProps = { readonly applicationId: string; readonly consentId: string };

/** KVKK md. 7: a supervisor decides what becomes of the data of a consent that was taken back. */
export function ReviewForm({ applicationId, consentId }: ReviewFormProps) {
  const text = useText(consentsText);
  const command = useCommand('consent.review');
  const [outcome, setOutcome] = useState<'erase' | 'keep' | null>(null);
  const [ground, setGround] = useState('');
  const isInput = command.failure?.code === 'invalid_input';
  const wrong = isInput && command.failure !== null ? fieldErrors(command.failure) : {};

  async function send(): Promise<void> {
    if (outcome === null) return;
    const result = await command.run({ applicationId, consentId, outcome, ground, note: '' });
    if (result.ok) notifyDone(text.review.done);
  }

  return (
    <Form onSubmit={send}>
      <Stack gap="xs">
        <Radio.Group
          label={text.review.outcome}
          value={outcome}
          onChange={(value) => setOutcome(value === 'erase' ? 'erase' : 'keep')}
          error={wrong.outcome}
          withAsterisk
        >
          <Group gap="md" mt={4}>
            <Radio size="xs" value="erase" label={text.review.outcomes.erase} />
            <Radio size="xs" value="keep" label={text.review.outcomes.keep} />
          </Group>
        </Radio.Group>
        {outcome === 'erase' && <Text size="xs">{text.review.eraseHint}</Text>}
        <TextInput
          size="xs"
          label={text.review.ground}
          value={ground}
          onChange={({ currentTarget }) => setGround(currentTarget.value)}
          error={wrong.ground}
          maxLength={300}
          withAsterisk
        />
        <FormFailure failure={isInput ? null : command.failure} />
        <Group justify="flex-end">
          <Button type="submit" size="xs" loading={command.isRunning} disabled={outcome === null}>
            {text.review.send}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
