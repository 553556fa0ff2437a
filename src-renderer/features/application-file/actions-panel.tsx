import { Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { focusNextNeeded } from '../../lib/needed-fields.ts';
import { useUser } from '../../lib/use-session.ts';
import type { ActionName } from './action-drafts.ts';
import { AmendAction } from './amend-action.tsx';
import { AwaitAction } from './await-action.tsx';
import { CallAction } from './call-action.tsx';
import { CloseAction } from './close-action.tsx';
import { LatestAnswer } from './latest-answer.tsx';
import { LinkAction } from './link-action.tsx';
import { allowedActions, nextAction } from './next-action.ts';
import { ReopenAction } from './reopen-action.tsx';
import { RouteAction } from './route-action.tsx';
import { SupplyAction } from './supply-action.tsx';
import { applicationFileText } from './text.ts';
import { useNumbersToCall } from './use-numbers-to-call.ts';

/** Those that every application comes to have a key and a tab; the others stand below, for when they are wanted. */
const keys: Readonly<Partial<Record<ActionName, string>>> = { route: 'F2', call: 'F3', close: 'F4' };

const forms: Readonly<Record<ActionName, (props: { readonly file: ApplicationFile }) => ReactNode>> = {
  route: RouteAction,
  call: CallAction,
  close: CloseAction,
  await: AwaitAction,
  supply: SupplyAction,
  amend: AmendAction,
  link: LinkAction,
  reopen: ReopenAction,
};

/** What can be done now, the likeliest already open. */
export function ActionsPanel({ file }: { readonly file: ApplicationFile }) {
  const text = useText(applicationFileText);
  const role = useUser()?.role;
  const { showToCall } = useNumbersToCall(file);
  const [chosen, setChosen] = useState<ActionName | null>(null);
  const allowed = allowedActions(file);
  const open = chosen !== null && allowed.includes(chosen) ? chosen : nextAction(file);
  const words = text.actions.names;
  const tabs = allowed.filter((name) => keys[name] !== undefined);
  const others = allowed.filter((name) => keys[name] === undefined);
  const panel = useRef<HTMLDivElement>(null);
  // Counted, so that the key also leads into the action that is open already.
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    // A correction begins with what is to be corrected, not with the reason that it lacks.
    if (asked > 0 && chosen !== 'amend') focusNextNeeded(panel.current);
  }, [asked, chosen]);

  function openByKey(name: ActionName): void {
    setChosen(name);
    setAsked((times) => times + 1);
    if (name === 'call') showToCall();
  }
  useKeys(tabs.map((name) => ({ key: keys[name] ?? '', label: words[name], run: () => openByKey(name) })));

  if (allowed.length === 0) {
    if (file.closing !== null) return null;
    const isReader = role === 'reception' || role === 'unit';
    return <Text size="sm">{isReader ? text.actions.readOnly : text.actions.nothing}</Text>;
  }
  const Form = open === undefined ? undefined : forms[open];
  const isTab = open !== undefined && tabs.includes(open);
  return (
    <Stack gap="sm" ref={panel}>
      {tabs.length > 0 && (
        <Tabs
          value={isTab ? open : null}
          onChange={(name) => setChosen(tabs.find((action) => action === name) ?? null)}
          keepMounted={false}
        >
          <Tabs.List grow>
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name} px={4} rightSection={<KeyHint keyName={keys[name] ?? ''} />}>
                {words[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map((name) => (
            <Tabs.Panel key={name} value={name} pt="sm">
              <Stack gap="sm">
                {name !== 'close' && <LatestAnswer answer={file.latestAnswer} />}
                <OpenForm name={name} file={file} />
              </Stack>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
      {others.length > 0 && (
        <Group gap={6} role="group" aria-label={text.actions.others}>
          {others.map((name) => (
            <Button
              key={name}
              size="compact-sm"
              variant={open === name ? 'light' : 'default'}
              aria-pressed={open === name}
              onClick={() => openByKey(name)}
            >
              {words[name]}
            </Button>
          ))}
        </Group>
      )}
      {!isTab && Form !== undefined && <Form file={file} />}
    </Stack>
  );
}

function OpenForm({ name, file }: { readonly name: ActionName; readonly file: ApplicationFile }) {
  const Form = forms[name];
  return <Form file={file} />;
}
