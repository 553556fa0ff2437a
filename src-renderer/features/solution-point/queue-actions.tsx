import { Stack } from '@mantine/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { type Ticket, undoCallMillis } from '../../../src-shared/contract/ticket.ts';
import { ActionButton } from '../../components/action-button.tsx';
import { HandOverButton } from '../../components/hand-over/hand-over-button.tsx';
import { notifyFailure, showUndo } from '../../components/notify.ts';
import { TransferMenu } from '../../components/transfer-menu.tsx';
import { useText } from '../../i18n/use-text.ts';
import { closeNotice } from '../../lib/notices.ts';
import type { ScreenResult } from '../../lib/screen-result.ts';
import { useHubAway } from '../../lib/use-branch.ts';
import { useCommand } from '../../lib/use-method.ts';
import { useSession } from '../../lib/use-session.ts';
import { solutionPointText } from './text.ts';
import { draftStore } from './use-sheet.ts';

type Offered = { readonly notice: number; readonly ticketId: string; isSeen: boolean };

function withdraw(offered: RefObject<Offered | null>): void {
  if (offered.current !== null) closeNotice(offered.current.notice);
  offered.current = null;
}

const shared = { fullWidth: true, justify: 'space-between' } as const;
const quiet = { ...shared, variant: 'default' } as const;

async function say(result: Promise<ScreenResult<unknown>>): Promise<void> {
  const answer = await result;
  if (!answer.ok) notifyFailure(answer.error);
}

/** What this desk can do with the queue now; a call that was a slip is taken back for ten seconds. */
export function QueueActions({ queue }: { readonly queue: OutputOf<'ticket.queue'> }) {
  const text = useText(solutionPointText);
  const hasDesk = useSession()?.desk !== null;
  const callNext = useCommand('ticket.callNext');
  const undoCall = useCommand('ticket.undoCall');
  const offered = useRef<Offered | null>(null);
  const canChange = useHubAway() === null;
  const canCall = canChange && hasDesk && queue.waiting.some(({ isCallable }) => isCallable);

  async function call(): Promise<void> {
    const result = await callNext.run({});
    if (!result.ok) return notifyFailure(result.error);
    const { id, label } = result.value.ticket;
    withdraw(offered);
    const notice = showUndo({
      message: text.queue.calledNow(label),
      onUndo: () => void say(undoCall.run({ ticketId: id })),
      millis: undoCallMillis,
    });
    offered.current = { notice, ticketId: id, isSeen: false };
  }

  // Served, set aside, sent on or gone: there is nothing left to undo.
  const { mine } = queue;
  useEffect(() => {
    const offer = offered.current;
    if (offer === null) return;
    const isCalled = mine?.id === offer.ticketId && mine.status === 'called';
    if (isCalled) offer.isSeen = true;
    else if (offer.isSeen) withdraw(offered);
  }, [mine]);

  const next = (
    <ActionButton
      {...(queue.mine === null ? shared : quiet)}
      label={queue.mine === null ? text.queue.callNext : text.queue.finishAndCall}
      keyName="F1"
      run={() => void call()}
      isEnabled={canCall}
      loading={callNext.isRunning}
      size={queue.mine === null ? 'md' : 'sm'}
    />
  );
  if (queue.mine === null) return next;
  return (
    <Stack gap={6}>
      {queue.mine.status === 'called' ? (
        <WhenCalled ticket={queue.mine} canChange={canChange} />
      ) : (
        <WhenServing ticket={queue.mine} canChange={canChange} />
      )}
      {queue.mine.status === 'serving' && next}
    </Stack>
  );
}

type TicketProps = {
  readonly ticket: Ticket;
  /** Not while the branch's hub is away. */
  readonly canChange: boolean;
};

function WhenCalled({ ticket, canChange }: TicketProps) {
  const text = useText(solutionPointText);
  const recall = useCommand('ticket.recall');
  const start = useCommand('ticket.start');
  const noShow = useCommand('ticket.noShow');
  const one = { ticketId: ticket.id };
  return (
    <>
      <ActionButton
        {...shared}
        label={text.queue.start}
        keyName="F3"
        isEnabled={canChange}
        run={() => void say(start.run(one))}
        loading={start.isRunning}
      />
      <ActionButton
        {...quiet}
        label={text.queue.recall}
        keyName="F2"
        isEnabled={canChange}
        run={() => void say(recall.run(one))}
        loading={recall.isRunning}
      />
      <ActionButton
        {...quiet}
        label={text.queue.noShow}
        keyName="F4"
        isEnabled={canChange}
        run={() => void say(noShow.run(one))}
        loading={noShow.isRunning}
      />
      <SetAside ticket={ticket} canChange={canChange} />
    </>
  );
}

function WhenServing({ ticket, canChange }: TicketProps) {
  const text = useText(solutionPointText);
  const finish = useCommand('ticket.finish');
  return (
    <>
      <ActionButton
        {...quiet}
        label={text.queue.finish}
        keyName="F6"
        isEnabled={canChange}
        run={() => void say(finish.run({ ticketId: ticket.id }))}
        loading={finish.isRunning}
      />
      <SetAside ticket={ticket} canChange={canChange} />
    </>
  );
}

function SetAside({ ticket, canChange }: TicketProps) {
  const text = useText(solutionPointText);
  const hold = useCommand('ticket.hold');
  const applicationId = useStore(draftStore, ({ sheets, shown }) => {
    const sheet = sheets[shown];
    return sheet?.ticket?.id === ticket.id ? (sheet.registered?.applicationId ?? null) : null;
  });
  return (
    <>
      <ActionButton
        {...quiet}
        label={text.queue.hold}
        keyName="alt+B"
        isEnabled={canChange}
        run={() => void say(hold.run({ ticketId: ticket.id }))}
        loading={hold.isRunning}
      />
      <TransferMenu
        {...quiet}
        ticket={ticket}
        keyName="alt+A"
        disabled={!canChange}
        exceptDesk={ticket.desk?.deskCode}
      />
      <HandOverButton
        {...quiet}
        subject={{ ticket, applicationId }}
        keyName="alt+O"
        isShort
        disabled={!canChange}
      />
    </>
  );
}
