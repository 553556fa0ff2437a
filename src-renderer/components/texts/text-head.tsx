import { Group, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { PublishedText } from '../../../src-shared/rules/texts.ts';
import { formatDate } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../status-badge.tsx';
import { textWords } from './words.ts';

/** Which text it is: its title, its version and from when to when it holds. */
export function TextHead({ text }: { readonly text: PublishedText }) {
  const words = useText(textWords);
  const { title, draft, version, validFrom, validTo } = text;
  const validity =
    validTo === null
      ? words.from(formatDate(validFrom))
      : words.between(formatDate(validFrom), formatDate(validTo));
  return (
    <>
      <Group gap="sm">
        <Text fw={650} lang={text.language}>
          {title}
        </Text>
        {draft && <StatusBadge tone="warning" icon={<IconFileText />} label={words.draft} />}
      </Group>
      <Text size="sm" c="var(--bk-muted)">
        {words.version(version)} · {validity}
      </Text>
    </>
  );
}
