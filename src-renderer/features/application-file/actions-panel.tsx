import { Stack, Tabs, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { focusNextNeeded } from '../../lib/needed-fields.ts';
import { useUser } from '../../lib/use-session.ts';
import type { ActionName } from './action-drafts.ts';
import { CallAction } from './call-action.tsx';
import { CloseAction } from './close-action.tsx';
import { LatestAnswer } from './latest-answer.tsx';
import { allowedActions, nextAction } from './next-action.ts';
import { RouteAction } from './route-action.tsx';
import { applicationFileText } from './text.ts';

const keys: Readonly<Record<ActionName, string>> = { route: 'F2', call: 'F3', close: 'F4' };

/** What can be done now, the likeliest already open. */
export function ActionsPanel({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const role = useUser()?.role;
  const [chosen, setChosen] = useState<ActionName | null>(null);
  const allowed = allowedActions(file);
  const open = chosen !== null && allowed.includes(chosen) ? chosen : nextAction(file);
  const words: Readonly<Record<ActionName, string>> = {
    route: text.actions.route,
    call: text.actions.call,
    close: text.actions.close,
  };
  const panel = useRef<HTMLDivElement>(null);
  // Counted, so that the key also leads into the action that is open already.
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (asked > 0) focusNextNeeded(panel.current);
  }, [asked]);

  function openByKey(name: ActionName): void {
    setChosen(name);
    setAsked((times) => times + 1);
  }
  useKeys(allowed.map((name) => ({ key: keys[name], label: words[name], run: () => openByKey(name) })));

  if (open === undefined) {
    if (file.status === 'closed') return null;
    const isReader = role === 'reception' || role === 'unit';
    return <Text size="sm">{isReader ? text.actions.readOnly : text.actions.nothing}</Text>;
  }
  return (
    <Stack gap="sm" ref={panel}>
      <Tabs
        value={open}
        onChange={(name) => setChosen(allowed.find((action) => action === name) ?? null)}
        keepMounted={false}
      >
        <Tabs.List grow mb="sm">
          {allowed.map((name) => (
            <Tabs.Tab key={name} value={name} px={4} rightSection={<KeyHint keyName={keys[name]} />}>
              {words[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {open !== 'close' && <LatestAnswer answer={file.latestAnswer} />}
        <Tabs.Panel value="route">
          <RouteAction file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="call">
          <Stack gap="sm">
            <CallAction file={file} />
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="close">
          <CloseAction file={file} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
