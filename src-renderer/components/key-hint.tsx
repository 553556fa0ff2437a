import { Kbd } from '@mantine/core';
import { type KeyName, keyParts } from '../lib/keys.ts';
import classes from './key-hint.module.css';

/** The key of an action, shown beside it. Screen readers get it from `aria-keyshortcuts` instead. */
export function KeyHint({ keyName }: { readonly keyName: KeyName }) {
  return (
    <span className={classes.hint} aria-hidden>
      {keyParts(keyName).map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </span>
  );
}

/** `mod+Enter` in the notation of `aria-keyshortcuts`. */
export function ariaKey(keyName: KeyName): string {
  return keyName.replace('mod', 'Control').replace('alt', 'Alt').replace('shift', 'Shift');
}
