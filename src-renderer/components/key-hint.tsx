import { Group, Kbd } from '@mantine/core';
import { type KeyName, keyParts } from '../lib/keys.ts';

/** The key of an action, shown beside it. Screen readers get it from `aria-keyshortcuts` instead. */
export function KeyHint({ keyName }: { readonly keyName: KeyName }) {
  return (
    <Group component="span" gap={3} wrap="nowrap" aria-hidden style={{ display: 'inline-flex' }}>
      {keyParts(keyName).map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </Group>
  );
}

/** `mod+Enter` in the notation of `aria-keyshortcuts`. */
export function ariaKey(keyName: KeyName): string {
  return keyName.replace('mod', 'Control').replace('alt', 'Alt').replace('shift', 'Shift');
}
