import type { Connection } from '../../../../src-shared/contract/system.ts';
import { entriesOfLog, type Reader } from '../../ledger/entries.repo.ts';
import { ownLogs } from '../../ledger/own-log.ts';
import type { CrmState, UpstreamLink } from '../../sync/upstream-link.ts';
import { readLocal } from '../settings/settings.repo.ts';
import { openNotice } from './notices.ts';

/** The CRM as the status line shows it: how it stands, and how long the oldest unsent entry has waited. */
export async function connectionOf(db: Reader, link: UpstreamLink, now: number): Promise<Connection['crm']> {
  const target = await readLocal(db, 'crm');
  const setUpAt = (await readLocal(db, 'workstation'))?.setUpAt;
  let unsent = 0;
  let oldestUnsentAt: string | null = null;
  for (const log of await ownLogs(db, 'crm')) {
    if (log.seq === log.sentSeq) continue;
    unsent += log.seq - log.sentSeq;
    const [oldest] = await entriesOfLog(db, log.log, log.sentSeq, 1);
    if (oldest !== undefined && (oldestUnsentAt === null || oldest.at < oldestUnsentAt))
      oldestUnsentAt = oldest.at;
  }
  const { state, lastSuccessAt, trouble } = link.state();
  const notice = await openNotice(db);
  return {
    state: shownState(target !== undefined, state),
    url: target?.url ?? null,
    unsent,
    oldestUnsentAt: waitingSince(oldestUnsentAt, setUpAt, new Date(now).toISOString()),
    lastSuccessAt,
    trouble: trouble ?? notice?.sentence ?? null,
    notice,
  };
}

/**
 * Sample entries are dated in the past, but have waited only since they were loaded. A set-up by a clock that stood
 * ahead must not hide how long entries wait.
 */
function waitingSince(oldest: string | null, setUpAt: string | undefined, now: string): string | null {
  if (oldest === null || setUpAt === undefined || setUpAt > now) return oldest;
  return setUpAt > oldest ? setUpAt : oldest;
}

/** The settings are ahead of the exchange, which learns of them in its next round. */
function shownState(isConfigured: boolean, state: CrmState): CrmState {
  if (!isConfigured) return 'not_configured';
  return state === 'not_configured' ? 'connecting' : state;
}
