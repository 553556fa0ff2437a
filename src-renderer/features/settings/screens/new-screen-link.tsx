import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCopy, IconScreenShare } from '@tabler/icons-react';
import { useRef } from 'react';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { screenUrl } from '../../../../src-shared/text/screen-url.ts';
import { ActionButton } from '../../../components/action-button.tsx';
import { BarCode } from '../../../components/bar-code.tsx';
import { notifyDone } from '../../../components/notify.ts';
import { useCommonText, useText } from '../../../i18n/use-text.ts';
import { bridge } from '../../../lib/bridge-client.ts';
import type { AddedScreen } from './add-screen-form.tsx';
import classes from './screens.module.css';
import { screensText } from './text.ts';

type NewScreenLinkProps = {
  readonly screen: AddedScreen;
  readonly address: OutputOf<'screen.address'>;
  readonly onDone: () => void;
};

/** The one time that a screen's link can be seen: nothing but that screen keeps it. */
export function NewScreenLink({ screen: { name, kind, token }, address, onDone }: NewScreenLinkProps) {
  const text = useText(screensText);
  const common = useCommonText();
  const field = useRef<HTMLInputElement>(null);
  const link = screenUrl(address.bases[0] ?? address.ownBase, kind, token);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      notifyDone(text.copied);
    } catch {
      // Electron's windows may not write there by themselves; a person can.
      notifyDone(text.selected);
    }
  };

  return (
    <section className={classes.link} aria-label={text.linkTitle(name)}>
      <BarCode kind="qrcode" value={link} height={168} label={text.linkQr} />
      <Stack gap="sm" flex={1} miw={0}>
        <Title order={3}>{text.linkTitle(name)}</Title>
        <Text size="sm">{text.linkLead}</Text>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            ref={field}
            label={text.link}
            value={link}
            readOnly
            flex={1}
            onFocus={(event) => event.currentTarget.select()}
          />
          <Button variant="default" leftSection={<IconCopy size={16} />} onClick={() => void copy()}>
            {common.copy}
          </Button>
        </Group>
        <Group gap="sm">
          {bridge() === undefined && address.state === 'listening' && (
            <Button
              variant="default"
              component="a"
              href={screenUrl(address.ownBase, kind, token)}
              target="_blank"
              rel="noopener noreferrer"
              title={text.openHereHint}
              leftSection={<IconScreenShare size={16} />}
            >
              {text.openHere}
            </Button>
          )}
          <ActionButton label={text.linkDone} keyName="Escape" run={onDone} />
        </Group>
      </Stack>
    </section>
  );
}
