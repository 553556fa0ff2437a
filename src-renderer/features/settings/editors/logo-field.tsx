import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import type { Logo } from '../../../../src-shared/rules/logo.ts';
import { toBase64 } from '../../../components/attachments/base64.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { notifyDone } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { fieldErrors } from '../../../lib/form-errors.ts';
import { type LogoTrouble, readLogo } from '../../../lib/read-logo.ts';
import { useCommand, useQueryMethod } from '../../../lib/use-method.ts';
import { organisationText } from './organisation-text.ts';

/** The logo is saved when it is chosen: what it looks like stands in the sample beside it. */
export function LogoField() {
  const text = useText(organisationText);
  const now = useQueryMethod('organisation.logo', {});
  const command = useCommand('organisation.saveLogo');
  const [trouble, setTrouble] = useState<LogoTrouble | null>(null);

  async function save(logo: Logo | null): Promise<void> {
    const result = await command.run({ logo });
    if (result.ok) notifyDone(text.logoSaved);
  }

  async function take(file: File | null): Promise<void> {
    if (file === null) return;
    command.reset();
    const read = readLogo(new Uint8Array(await file.arrayBuffer()), toBase64);
    setTrouble(read.ok ? null : read.trouble);
    if (read.ok) await save(read.logo);
  }

  const refused = command.failure === null ? undefined : fieldErrors(command.failure).logo;
  const wrong = trouble === null ? refused : text.logoTroubles[trouble];
  return (
    <Stack gap={4} role="group" aria-label={text.logo}>
      <Text size="sm" fw={500}>
        {text.logo}
      </Text>
      <Group gap="sm">
        <FileButton accept=".png,.jpg,.jpeg,.svg" onChange={(file) => void take(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={command.isRunning}
              leftSection={<IconPhoto size={16} aria-hidden />}
            >
              {text.chooseLogo}
            </Button>
          )}
        </FileButton>
        {now.data?.isOwn === true && (
          <Button size="xs" variant="subtle" onClick={() => void save(null)}>
            {text.shippedLogo}
          </Button>
        )}
      </Group>
      <Text size="xs" c={wrong === undefined ? 'var(--bk-muted)' : 'var(--bk-danger)'} role="status">
        {wrong ?? text.logoHint}
      </Text>
      <FormFailure failure={wrong === undefined ? command.failure : null} />
    </Stack>
  );
}
