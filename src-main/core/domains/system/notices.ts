import type { Transaction } from 'kysely';
import type { Connection } from '../../../../src-shared/contract/system.ts';
import type { Schema } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { type LocalValue, readLocal, saveLocal } from '../settings/settings.repo.ts';

type Notice = LocalValue<'notices'>[number];

/** This store was restored from a backup and went on working: its log has two histories now. */
export async function noticeFork(trx: Transaction<Schema>, log: string, at: string): Promise<void> {
  await saveLocal(trx, 'notices', [
    ...(await allNotices(trx)),
    { kind: 'fork', log, at, acknowledged: null },
  ]);
}

/** The feed held entries that are not what their writers sealed; they were not taken. */
export async function noticeUnverified(trx: Transaction<Schema>, count: number, at: string): Promise<void> {
  const notices = await allNotices(trx);
  const open = notices.find((notice) => notice.kind === 'unverified' && notice.acknowledged === null);
  const others = notices.filter((notice) => notice !== open);
  const before = open?.kind === 'unverified' ? open.count : 0;
  await saveLocal(trx, 'notices', [
    ...others,
    { kind: 'unverified', count: before + count, at, acknowledged: null },
  ]);
}

/** What a person has yet to take note of, as one. */
export async function openNotice(db: Reader): Promise<Connection['crm']['notice']> {
  const open = (await allNotices(db)).filter(({ acknowledged }) => acknowledged === null);
  const at = open
    .map((notice) => notice.at)
    .sort()
    .at(-1);
  if (at === undefined) return null;
  const isForked = open.some(({ kind }) => kind === 'fork');
  const unverified = open.reduce((sum, notice) => sum + (notice.kind === 'fork' ? 0 : notice.count), 0);
  const sentences = [
    ...(isForked ? [forkSentence] : []),
    ...(unverified > 0 ? [unverifiedSentence(unverified)] : []),
  ];
  return { at, sentence: sentences.join(' '), isForked, unverified };
}

/**
 * Keeps who took note of what there was up to `until`, and when; what has come since then stays to be told.
 * @returns whether there was anything
 */
export async function acknowledgeNotices(
  trx: Transaction<Schema>,
  until: string,
  acknowledged: NonNullable<Notice['acknowledged']>,
): Promise<boolean> {
  const notices = await allNotices(trx);
  const isMeant = (notice: Notice) => notice.acknowledged === null && notice.at <= until;
  if (!notices.some(isMeant)) return false;
  await saveLocal(
    trx,
    'notices',
    notices.map((notice) => (isMeant(notice) ? { ...notice, acknowledged } : notice)),
  );
  return true;
}

async function allNotices(db: Reader): Promise<readonly Notice[]> {
  return (await readLocal(db, 'notices')) ?? [];
}

const forkSentence =
  'Bu bilgisayar eski bir yedekten çalışmış; kayıt defteri ikiye ayrıldı, iki kısmı da korundu. Destek ekibine bildirin.';

function unverifiedSentence(count: number): string {
  return `CRM’den gelen ${count} kayıt, yazıldığı gibi olmadığı için alınmadı; öbür kayıtların alışverişi sürüyor. Destek ekibine bildirin.`;
}
