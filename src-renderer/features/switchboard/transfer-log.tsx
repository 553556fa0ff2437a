import { ActionIcon, Text, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconMessage,
  IconPhoneCheck,
  IconPhoneOff,
  IconPhonePause,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Transfer } from '../../../src-shared/contract/switchboard.ts';
import type { TransferOutcome } from '../../../src-shared/ledger/switchboard-entries.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { StateEmpty } from '../../components/state-empty.tsx';
import { StatusBadge, type Tone } from '../../components/status-badge.tsx';
import { useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import classes from './switchboard.module.css';
import { switchboardText } from './text.ts';

const looks: Readonly<Record<TransferOutcome, { readonly tone: Tone; readonly icon: ReactNode }>> = {
  transferred: { tone: 'success', icon: <IconPhoneCheck /> },
  no_answer: { tone: 'warning', icon: <IconPhoneOff /> },
  busy: { tone: 'warning', icon: <IconPhonePause /> },
  took_message: { tone: 'accent', icon: <IconMessage /> },
};

/** The keyboard scrolls it, also where nothing in it can be pressed. */
const scrollable = { tabIndex: 0 } as const;

/** SW-6: who passed a call on today, to whom, and what became of it. */
export function TransferLog() {
  const text = useText(switchboardText);
  const log = useQueryMethod('switchboard.transfers', {});
  const count = log.data?.transfers.length ?? 0;
  return (
    <Panel title={count === 0 ? text.log : `${text.log} · ${count}`} className={classes.log}>
      <QueryView query={log}>
        {({ transfers }) =>
          transfers.length === 0 ? (
            <StateEmpty title={text.logEmpty} hint={text.logEmptyHint} />
          ) : (
            <ul className={classes.transfers} aria-label={text.log} {...scrollable}>
              {transfers.map((transfer) => (
                <TransferRow key={transfer.id} transfer={transfer} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
}

function TransferRow({ transfer }: { readonly transfer: Transfer }) {
  const text = useText(switchboardText);
  const withdraw = useCommand('switchboard.withdrawTransfer');
  const { id, at, by, contactName, department, outcome, application, note, canWithdraw } = transfer;

  async function undo(): Promise<void> {
    const result = await withdraw.run({ transferId: id });
    if (result.ok) notifyDone(text.withdrawn);
    else notifyFailure(result.error);
  }

  return (
    <li className={classes.transfer}>
      <span className={classes.time}>{formatTime(at)}</span>
      <span className={classes.words}>
        <span className={classes.name}>{contactName}</span>
        <span className={classes.about}>
          {[department, note].filter(Boolean).join(' · ')}
          {application !== null && (
            <>
              {' · '}
              <button
                type="button"
                className={classes.link}
                aria-label={text.openFile(application.applicationNo)}
                onClick={() => goTo({ screen: 'applicationFile', id: application.id })}
              >
                {application.applicationNo}
              </button>
            </>
          )}
        </span>
      </span>
      <span className={classes.ending}>
        <StatusBadge {...looks[outcome]} label={text.outcome[outcome]} title={text.by(by)} />
        <Text size="xs" c="var(--bk-muted)">
          {by}
        </Text>
      </span>
      {canWithdraw && (
        <Tooltip label={text.withdraw(contactName)}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.withdraw(contactName)}
            loading={withdraw.isRunning}
            onClick={() => void undo()}
          >
            <IconArrowBackUp size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
