import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import type { TeamsTrouble } from '../../../../src-shared/contract/teams.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, OnlineMeeting, OnlineMeetingFailure, OnlineMeetingLink } from '../../ports.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Work, Writer } from '../../write.ts';
import { meetingById, openMeetings } from '../meeting/meeting.repo.ts';
import { meetingPlaces, meetingStream } from '../meeting/meeting-services.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';
import type { TeamsLink } from './teams-link.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly link: TeamsLink;
  readonly jobFailed: JobFailed;
  /** A joined PC leaves it to the hub. */
  readonly isAuthority: () => boolean;
};

export type LinkPump = Pick<Worker, 'wake' | 'stop'> & {
  /** The settings have changed: whatever waits out a failure is tried at once. */
  readonly retry: () => void;
};

/** A visitor sits at the desk: after so long the deep link has to do. */
const patienceMillis = 60_000;
const firstPauseMillis = 2_000;
const longestPauseMillis = 60_000;

type Wait = { readonly failures: number; readonly until: number };

/**
 * Gives each Teams meeting its link, and sends the link to the unit: through the tenant's account where the branch
 * has one, else as a deep link. What Microsoft refuses for good, or has not answered within the patience, becomes a
 * deep link too, with the reason beside it. A mail still to be sent is kept with the link it carries, so that it
 * goes out after a restart; sent twice, it leads to the same meeting.
 */
export function createLinkPump({ db, writer, clock, link, jobFailed, isAuthority }: Services): LinkPump {
  /** Of meetings whose turn has not come again, by id. */
  const waits = new Map<string, Wait>();
  let cancelTimer = () => {};

  async function work(): Promise<void> {
    cancelTimer();
    if (!isAuthority()) return;
    const open = await openMeetings(db);
    const { units } = await meetingPlaces(db);
    const mails = (await readLocal(db, 'linkMails')) ?? [];
    for (const meeting of open) {
      if (meeting.mode !== 'teams' || isWaiting(meeting.id)) continue;
      const address = units.find(({ unitCode }) => unitCode === meeting.unitCode)?.teamsAddress ?? null;
      const asked = { id: meeting.id, subject: meeting.ticketLabel, address };
      if (meeting.link === null) await makeLink(meeting, asked);
      else if (mails.includes(meeting.id)) await sendLink(asked, meeting.link.joinUrl);
    }
    forgetClosed(open);
    await dropMailsOf(mails.filter((id) => !open.some((meeting) => meeting.id === id)));
    lookAgain();
  }

  async function makeLink(meeting: Meeting, asked: OnlineMeeting): Promise<void> {
    const made = await (await link.current()).makeLink(asked);
    if (made.ok) return keepLink(asked, made.value, null);
    const trouble = troubleOf(made.failure);
    const isOver = clock.now() - Date.parse(meeting.openedAt) >= patienceMillis;
    if (made.failure.kind === 'later' && !isOver) {
      wait(meeting.id, made.failure.retryAfterMs, Date.parse(meeting.openedAt) + patienceMillis);
      if (meeting.linkFailure !== trouble) await sayFailed(meeting.id, trouble);
      return;
    }
    const plain = await link.plain.makeLink(asked);
    if (plain.ok) await keepLink(asked, plain.value, trouble);
  }

  /** @param trouble why it is not the link that was wanted; null where it is */
  async function keepLink(
    { id, address }: OnlineMeeting,
    made: OnlineMeetingLink,
    trouble: TeamsTrouble | null,
  ): Promise<void> {
    await inOpen(id, async (unit) => {
      await unit.append(fact(meetingStream(id), 'meeting.link_made', made));
      if (trouble !== null)
        await unit.append(fact(meetingStream(id), 'meeting.link_failed', { reason: trouble }));
      if (made.by === 'graph' && address !== null)
        await saveLocal(unit.trx, 'linkMails', [...((await readLocal(unit.trx, 'linkMails')) ?? []), id]);
    });
    waits.delete(id);
    // Its mail is the next run's.
    worker.wake();
  }

  async function sendLink(asked: OnlineMeeting, joinUrl: string): Promise<void> {
    const sent = await (await link.current()).sendLink(asked, joinUrl);
    if (!sent.ok && sent.failure.kind === 'later') {
      wait(asked.id, sent.failure.retryAfterMs, Number.POSITIVE_INFINITY);
      return;
    }
    waits.delete(asked.id);
    if (!sent.ok) await sayFailed(asked.id, troubleOf(sent.failure));
    await dropMailsOf([asked.id]);
  }

  async function sayFailed(id: string, reason: TeamsTrouble): Promise<void> {
    await inOpen(id, async (unit) => {
      await unit.append(fact(meetingStream(id), 'meeting.link_failed', { reason }));
    });
  }

  /** Nothing is written about a meeting that ended while Microsoft was asked. */
  async function inOpen(id: string, body: (unit: Work) => Promise<void>): Promise<void> {
    await writer.write(systemActor, async (unit) => {
      const meeting = await meetingById(unit.trx, id);
      if (meeting?.status === 'held' || meeting?.status === 'in_progress') await body(unit);
      return succeed(null);
    });
  }

  async function dropMailsOf(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await writer.write(systemActor, async ({ trx }) => {
      const left = ((await readLocal(trx, 'linkMails')) ?? []).filter((id) => !ids.includes(id));
      await saveLocal(trx, 'linkMails', left);
      return succeed(null);
    });
  }

  function wait(id: string, retryAfterMs: number | null, atLatest: number): void {
    const failures = (waits.get(id)?.failures ?? 0) + 1;
    const backoff = Math.min(firstPauseMillis * 2 ** (failures - 1), longestPauseMillis);
    waits.set(id, { failures, until: Math.min(clock.now() + (retryAfterMs ?? backoff), atLatest) });
  }

  function isWaiting(id: string): boolean {
    const until = waits.get(id)?.until;
    return until !== undefined && until > clock.now();
  }

  function forgetClosed(open: readonly Meeting[]): void {
    for (const id of waits.keys()) if (!open.some((meeting) => meeting.id === id)) waits.delete(id);
  }

  function lookAgain(): void {
    if (waits.size === 0) return;
    const next = Math.min(...[...waits.values()].map(({ until }) => until));
    cancelTimer = clock.after(Math.max(next - clock.now(), 0), worker.wake);
  }

  const worker = createWorker(work, (error) => jobFailed('teams links failed', error));
  return {
    wake: worker.wake,
    retry: () => {
      waits.clear();
      worker.wake();
    },
    stop: async () => {
      await worker.stop();
      cancelTimer();
    },
  };
}

function troubleOf(failure: OnlineMeetingFailure): TeamsTrouble {
  return failure.kind === 'refused' ? failure.code : 'teams_unreachable';
}
