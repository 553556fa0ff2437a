import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useCommonText, useText } from '../i18n/use-text.ts';
import { appText } from './texts.ts';

/** Nothing has answered since this window opened. */
export function HostMissing({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText(appText);
  const common = useCommonText();
  return (
    <Center component="main" flex={1} p="xl">
      <Stack align="center" gap="sm" maw={520} ta="center">
        <IconPlugConnectedX size={44} stroke={1.3} aria-hidden />
        <Title order={1}>{text.hostGone}</Title>
        <Text>{text.hostNever}</Text>
        <Text c="var(--bk-muted)">{text.hostNeverHint}</Text>
        <Button mt="sm" onClick={onRetry}>
          {common.retry}
        </Button>
      </Stack>
    </Center>
  );
}
