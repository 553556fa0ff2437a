import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { notifyDone } from '../../components/notify.ts';
import { ReasonForm } from '../../components/reason-form.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { HeldNote } from './held-note.tsx';
import { keepingText } from './keeping-text.ts';
import { PersonRequest } from './person-request.tsx';

/** For who answers for it: the hold on this file, and what a data subject's request asks for. */
export function KeepingPanel({ file }: { readonly file: ApplicationFile }) {
  const role = useUser()?.role;
  return role === 'supervisor' || role === 'administrator' ? <Keeping file={file} /> : null;
}

function Keeping({ file }: { readonly file: ApplicationFile }) {
  const text = useText(keepingText);
  const held = useQueryMethod('hold.get', { applicationId: file.id });
  const place = useCommand('hold.place');
  const [isAsked, setAsked] = useState(false);
  const holds = held.data?.holds ?? [];
  const isHeld = holds.some(({ subject }) => subject.kind === 'application');

  async function give(reason: string): Promise<void> {
    const result = await place.run({ kind: 'application', id: file.id, reason, reference: '' });
    if (!result.ok) return;
    setAsked(false);
    notifyDone(text.placed);
  }

  return (
    <Stack gap="sm" component="section" aria-label={text.heading}>
      <Title order={2}>{text.heading}</Title>
      {holds.map((hold) => (
        <HeldNote key={hold.subject.kind} hold={hold} />
      ))}
      {isAsked ? (
        <ReasonForm
          label={text.placeReason}
          action={text.place}
          isRunning={place.isRunning}
          failure={place.failure}
          onGive={(reason) => void give(reason)}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <Group gap={6}>
          {held.data !== undefined && !isHeld && (
            <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
              {text.place}
            </Button>
          )}
          {file.topicCode === 'data_subject_request' && <PersonRequest file={file} />}
        </Group>
      )}
      {held.error !== null && <Text size="xs">{held.error.message}</Text>}
    </Stack>
  );
}
