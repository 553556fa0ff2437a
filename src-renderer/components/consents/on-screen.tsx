import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { StartSigning } from '../signing/start-signing.tsx';
import type { AskProps } from './ask-panel.tsx';
import { consentsText } from './text.ts';

/** Which texts are put before the consumer; what the application asks for is chosen already, what they answer never. */
export function OnScreen({ applicationId, data }: AskProps) {
  const text = useText(consentsText);
  const [codes, setCodes] = useState(() =>
    data.texts.flatMap(({ code, isAsked }) => (isAsked ? [code] : [])),
  );
  const chosen = data.texts.filter(({ code }) => codes.includes(code));
  const [first = [], ...others] = chosen.map(({ languages }) => languages);
  const shared = first.filter((language) => others.every((languages) => languages.includes(language)));
  const languages = ['tr', ...shared.filter((language) => language !== 'tr')];
  return (
    <Stack gap="sm">
      <Checkbox.Group label={text.texts} value={codes} onChange={setCodes}>
        <Stack gap={6} mt={4}>
          {data.texts.map(({ code, title, kind }) => (
            <Checkbox key={code} size="xs" value={code} label={title} description={text.kinds[kind]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {codes.length === 0 ? (
        <Text size="sm" c="var(--bk-muted)">
          {text.chooseText}
        </Text>
      ) : (
        <StartSigning
          key={languages.join()}
          applicationId={applicationId}
          textCodes={codes}
          languages={languages}
        />
      )}
    </Stack>
  );
}
