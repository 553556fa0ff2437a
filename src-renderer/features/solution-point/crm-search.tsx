import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { maskPhone } from '../../../src-shared/text/phone.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { withConsumer } from './draft.ts';
import { solutionPointText } from './text.ts';
import { useChangeDraft } from './use-sheet.ts';

type CrmSearchProps = { readonly text: string; readonly onTaken: () => void };

/** Asked only on the clerk's wish: it goes over the network and views other branches' people. */
export function CrmSearch({ text: searched, onTaken }: CrmSearchProps) {
  const text = useText(solutionPointText);
  const change = useChangeDraft();
  const [asked, setAsked] = useState<string | null>(null);
  const isAsked = asked === searched;
  const found = useQueryMethod('consumer.findInCrm', { text: searched }, { enabled: isAsked });
  if (!isAsked || found.isFetching)
    return (
      <Button
        size="xs"
        variant="default"
        fullWidth
        loading={isAsked}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setAsked(searched)}
      >
        {text.consumer.askCrm}
      </Button>
    );
  if (found.error !== null)
    return (
      <Text size="xs" c="var(--bk-danger)" role="alert">
        {found.error.message}
      </Text>
    );
  const consumers = found.data?.consumers ?? [];
  if (consumers.length === 0) return <Text size="xs">{text.consumer.crmNothing}</Text>;
  return (
    <Stack gap={2}>
      {consumers.map((consumer) => (
        <UnstyledButton
          key={consumer.id}
          p={4}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            // No card here yet: registering makes one, so there is no id to name.
            change((draft) => ({
              ...withConsumer(draft, { ...consumer, applications: [] }),
              consumerId: null,
            }));
            onTaken();
          }}
        >
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={550}>
              {consumer.name}
            </Text>
            <Text size="xs" c="var(--bk-muted)">
              {consumer.phone === null ? '' : maskPhone(consumer.phone)}
            </Text>
          </Group>
        </UnstyledButton>
      ))}
    </Stack>
  );
}
