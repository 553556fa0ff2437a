import { Button, type ButtonProps, Menu } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../src-shared/contract/index.ts';
import { useText } from '../i18n/use-text.ts';
import { type KeyName, useKeys } from '../lib/keys.ts';
import { useCommand, useQueryMethod } from '../lib/use-method.ts';
import { ariaKey, KeyHint } from './key-hint.tsx';
import { notifyDone, notifyFailure } from './notify.ts';
import { queueText } from './queue-text.ts';

type Target = OutputOf<'ticket.targets'>['targets'][number];

type TransferMenuProps = Omit<ButtonProps, 'children' | 'rightSection'> & {
  readonly ticket: { readonly id: string; readonly label: string };
  /** Where there is a better word for it than to transfer. */
  readonly label?: string;
  /** Where it is given, the key opens the menu. */
  readonly keyName?: KeyName;
  /** A desk can't send somebody on to itself. */
  readonly exceptDesk?: string | undefined;
  /** Where it is given, rooms are chosen there, together with the unit. */
  readonly onHandOver?: (() => void) | undefined;
};

const kinds = ['category', 'desk', 'room'] as const;

/** Sends a visitor on to a category, a desk or a meeting room, keeping the time of arrival. */
export function TransferMenu({ ticket, label, keyName, exceptDesk, onHandOver, ...rest }: TransferMenuProps) {
  const text = useText(queueText);
  const [isOpen, setOpen] = useState(false);
  const targets = useQueryMethod('ticket.targets', {}, { enabled: isOpen });
  const transfer = useCommand('ticket.transfer');
  useKeys(
    keyName === undefined
      ? []
      : [
          {
            key: keyName,
            label: label ?? text.transfer,
            run: () => setOpen(true),
            isEnabled: rest.disabled !== true,
          },
        ],
  );

  async function sendTo({ kind, code, name }: Target): Promise<void> {
    const result = await transfer.run({ ticketId: ticket.id, to: { kind, code } });
    if (result.ok) notifyDone(text.transferred(ticket.label, name));
    else notifyFailure(result.error);
  }

  const shown = (targets.data?.targets ?? []).filter(
    ({ kind, code }) =>
      !(kind === 'desk' && code === exceptDesk) && !(kind === 'room' && onHandOver !== undefined),
  );
  return (
    <Menu opened={isOpen} onChange={setOpen} position="bottom-start" withinPortal returnFocus>
      <Menu.Target>
        <Button
          {...rest}
          variant={rest.variant ?? 'default'}
          loading={transfer.isRunning}
          {...(keyName === undefined
            ? { 'aria-label': text.transferTicket(ticket.label) }
            : { 'aria-keyshortcuts': ariaKey(keyName) })}
          rightSection={keyName !== undefined && <KeyHint keyName={keyName} />}
        >
          {label ?? text.transfer}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {onHandOver !== undefined && <Menu.Item onClick={onHandOver}>{text.handOver}</Menu.Item>}
        {targets.isPending && <Menu.Label>{text.targetsLoading}</Menu.Label>}
        {targets.isError && <Menu.Label>{targets.error.message}</Menu.Label>}
        {kinds.map((kind) => {
          const ofKind = shown.filter((target) => target.kind === kind);
          return (
            ofKind.length > 0 && (
              <div key={kind}>
                <Menu.Label>{text.targetKinds[kind]}</Menu.Label>
                {ofKind.map((target) => (
                  <Menu.Item key={target.code} onClick={() => void sendTo(target)}>
                    {target.name}
                  </Menu.Item>
                ))}
              </div>
            )
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
