import { Checkbox, Group, Progress, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useStore } from 'zustand';
import type { AttachmentTarget } from '../../../src-shared/contract/attachment.ts';
import { formatFileSize } from '../../../src-shared/text/file-size.ts';
import { failureIn } from '../../i18n/in-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { ActionButton } from '../action-button.tsx';
import { notifyDone } from '../notify.ts';
import { StateError } from '../state-error.tsx';
import classes from './attachments.module.css';
import { IconButton } from './icon-button.tsx';
import { attachmentsText } from './text.ts';
import { changeGiven, dropGiven, type Given, isFor, send, uploads } from './uploads-store.ts';

/** What was given and is not there yet: described first, then on its way, or refused with the reason. */
export function GivenList({ target }: { readonly target: AttachmentTarget }) {
  const text = useText(attachmentsText);
  const client = useClient();
  const all = useStore(uploads, (state) => state.given);
  const given = all.filter(isFor(target));
  const staged = given.filter(({ phase }) => phase === 'staged');
  if (given.length === 0) return null;

  async function start(keys: readonly string[]): Promise<void> {
    const added = await send(client, keys);
    if (added > 0) notifyDone(text.added(added));
  }

  return (
    <section className={classes.given} aria-label={text.staged}>
      {given.map((item) => (
        <GivenFile key={item.key} item={item} onAgain={() => void start([item.key])} />
      ))}
      {staged.length > 0 && (
        <Group justify="space-between" wrap="nowrap" className={classes.givenFoot}>
          <Text size="xs" c="var(--bk-muted)">
            {text.isSpecialHint}
          </Text>
          <ActionButton
            size="xs"
            flex="none"
            label={text.add(staged.length)}
            keyName="F7"
            run={() => void start(staged.map(({ key }) => key))}
          />
        </Group>
      )}
    </section>
  );
}

function GivenFile({ item, onAgain }: { readonly item: Given; readonly onAgain: () => void }) {
  const text = useText(attachmentsText);
  const { language } = useLanguage();
  return (
    <div className={classes.givenFile}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={600} className={classes.name} title={item.name}>
          {item.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="xs" c="var(--bk-muted)">
            {formatFileSize(item.file.size)}
          </Text>
          {item.phase !== 'sending' && (
            <IconButton label={text.dropOne(item.name)} onClick={() => dropGiven(item.key)}>
              <IconX size={16} />
            </IconButton>
          )}
        </Group>
      </Group>
      {item.phase === 'sending' && <Sending item={item} />}
      {item.phase === 'staged' && <Describe item={item} />}
      {item.failure !== null && (
        <StateError
          failure={failureIn(language, item.failure)}
          {...(item.isRefused ? {} : { onRetry: onAgain })}
        />
      )}
    </div>
  );
}

function Sending({ item }: { readonly item: Given }) {
  const text = useText(attachmentsText);
  const { size } = item.file;
  const words =
    item.moved === 0 ? text.preparing : text.progress(formatFileSize(item.moved), formatFileSize(size));
  return (
    <Group gap="sm" wrap="nowrap">
      <Progress.Root size="md" flex={1}>
        <Progress.Section
          value={(100 * item.moved) / size}
          withAria={false}
          role="progressbar"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor((100 * item.moved) / size)}
          aria-label={text.progressOf(item.name)}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Text size="xs" c="var(--bk-muted)" style={{ whiteSpace: 'nowrap' }}>
        {words}
      </Text>
    </Group>
  );
}

/** Said before it is added, since it can't be changed afterwards. */
function Describe({ item }: { readonly item: Given }) {
  const text = useText(attachmentsText);
  return (
    <div className={classes.describe}>
      <TextInput
        size="xs"
        label={text.description}
        placeholder={text.descriptionExample}
        maxLength={200}
        value={item.description}
        onChange={(event) => changeGiven(item.key, { description: event.currentTarget.value })}
      />
      <Checkbox
        size="xs"
        label={text.isSpecial}
        checked={item.isSpecialCategory}
        onChange={(event) => changeGiven(item.key, { isSpecialCategory: event.currentTarget.checked })}
      />
    </div>
  );
}
