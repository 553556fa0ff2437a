import { Button, Text } from '@mantine/core';
import { IconBrandTeams } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Meeting } from '../../src-shared/contract/meeting.ts';
import { defineText } from '../i18n/define-text.ts';
import { teamsTroubleIn } from '../i18n/in-language.ts';
import { useText } from '../i18n/use-text.ts';
import { useKeys } from '../lib/keys.ts';
import { useLanguage } from '../lib/preferences.ts';
import { ariaKey, KeyHint } from './key-hint.tsx';
import { Note } from './note.tsx';

const teamsText = defineText(
  {
    open: 'Teams’te aç',
    making: 'Teams bağlantısı hazırlanıyor…',
    retrying: 'Teams bağlantısı henüz yok; yeniden deneniyor.',
    plain: 'Toplantı Teams’te sizin adınıza açılır; birim oradan davet edilir.',
  },
  {
    open: 'Open in Teams',
    making: 'The Teams link is being made…',
    retrying: 'There is no Teams link yet; trying again.',
    plain: 'The meeting opens in Teams in your name; the unit is invited there.',
  },
);

const openKey = 'alt+T';

/** ON-1, ON-2: the way into a meeting over Teams, for the desk and the unit alike; the system opens it. */
export function TeamsLink({ meeting }: { readonly meeting: Pick<Meeting, 'link' | 'linkFailure'> }) {
  const text = useText(teamsText);
  const { language } = useLanguage();
  const anchor = useRef<HTMLAnchorElement>(null);
  const { link, linkFailure } = meeting;
  useKeys([{ key: openKey, label: text.open, run: () => anchor.current?.click(), isEnabled: link !== null }]);
  return (
    <>
      {linkFailure !== null && (
        <Note tone="warning" {...(link === null ? { title: text.retrying } : {})}>
          {teamsTroubleIn(language, linkFailure)}
        </Note>
      )}
      {link === null && linkFailure === null && (
        <Text size="sm" c="var(--bk-muted)" role="status">
          {text.making}
        </Text>
      )}
      {link !== null && (
        <div>
          <Button
            component="a"
            ref={anchor}
            href={link.joinUrl}
            target="_blank"
            rel="noreferrer"
            fullWidth
            px="xs"
            variant="default"
            leftSection={<IconBrandTeams size={18} aria-hidden />}
            rightSection={<KeyHint keyName={openKey} />}
            aria-keyshortcuts={ariaKey(openKey)}
          >
            {text.open}
          </Button>
          {link.by === 'deep_link' && (
            <Text size="xs" c="var(--bk-muted)" mt={4}>
              {text.plain}
            </Text>
          )}
        </div>
      )}
    </>
  );
}
