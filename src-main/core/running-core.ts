import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topic } from '../../src-shared/contract/define.ts';
import { fail } from '../../src-shared/contract/errors.ts';
import { createHybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import { createAudit } from './audit.ts';
import { createBranch } from './branch/branch.ts';
import { createCarryOut } from './branch/carry-out.ts';
import { createTurnstile } from './branch/turnstile.ts';
import { catalogueService } from './catalogue/catalogue.service.ts';
import { loadCatalogue } from './catalogue/catalogue.ts';
import type { Core } from './core.ts';
import type { CoreOptions } from './create-core.ts';
import { listBackups } from './db/backup.ts';
import { closeStore, type OpenStore } from './db/open.ts';
import { openBesideBackups } from './db/open-beside-backups.ts';
import { StoreTrouble } from './db/store-trouble.ts';
import { updateStore } from './db/update-store.ts';
import { createUpkeep } from './db/upkeep.ts';
import { createDispatch } from './dispatch.ts';
import { applicationService } from './domains/application/application.service.ts';
import { createEscalation } from './domains/application/escalation.ts';
import { createAttachments } from './domains/attachment/attachments.ts';
import { auditService } from './domains/audit/audit.service.ts';
import { branchService } from './domains/branch/branch.service.ts';
import { consentService } from './domains/consent/consent.service.ts';
import { createSealPump } from './domains/consent/seal-pump.ts';
import { consumerService } from './domains/consumer/consumer.service.ts';
import { createForgetFound } from './domains/consumer/forget-found.ts';
import { displayService } from './domains/display/display.service.ts';
import { doorService } from './domains/display/door.service.ts';
import { documentService } from './domains/document/document.service.ts';
import { draftService } from './domains/draft/draft.service.ts';
import { helpService } from './domains/help/help.service.ts';
import { kioskService } from './domains/kiosk/kiosk.service.ts';
import { meetingService } from './domains/meeting/meeting.service.ts';
import { organisationService } from './domains/organisation/organisation.service.ts';
import { personService } from './domains/person/person.service.ts';
import { createReveals } from './domains/person/reveals.ts';
import { phoneService } from './domains/phone/phone.service.ts';
import { printService } from './domains/print/print.service.ts';
import { createPrintFollow } from './domains/print/print-follow.ts';
import { createPrintPump } from './domains/print/print-pump.ts';
import { printersService } from './domains/print/printers.service.ts';
import { createDestruction } from './domains/retention/destruction.ts';
import { eraseForgotten } from './domains/retention/erase-forgotten.ts';
import { retentionService } from './domains/retention/retention.service.ts';
import { screenService } from './domains/screen/screen.service.ts';
import { createScreensGate } from './domains/screen/screens-gate.ts';
import { sealService } from './domains/seal/seal.service.ts';
import { searchService } from './domains/search/search.service.ts';
import { createIdleLock } from './domains/session/idle-lock.ts';
import { sessionService } from './domains/session/session.service.ts';
import { branchSettingsService } from './domains/settings/branch-settings.service.ts';
import { crmService } from './domains/settings/crm.service.ts';
import { readLocal } from './domains/settings/settings.repo.ts';
import { usersService } from './domains/settings/users.service.ts';
import { createSignerPairing } from './domains/signing/signer-pairing.ts';
import { signingService } from './domains/signing/signing.service.ts';
import { createSignings } from './domains/signing/signings.ts';
import { directoryService } from './domains/switchboard/directory.service.ts';
import { transfersService } from './domains/switchboard/transfers.service.ts';
import { systemService } from './domains/system/system.service.ts';
import { createLinkPump } from './domains/teams/link-pump.ts';
import { teamsService } from './domains/teams/teams.service.ts';
import { createTeamsLink } from './domains/teams/teams-link.ts';
import { textService } from './domains/text/text.service.ts';
import { createNight } from './domains/ticket/night.ts';
import { ticketService } from './domains/ticket/ticket.service.ts';
import { visitorService } from './domains/visitor/visitor.service.ts';
import type { Handlers } from './handler.ts';
import { createJobFailed } from './job-failed.ts';
import { entriesOfLog } from './ledger/entries.repo.ts';
import { hasOwnLog, openLog, ownHead } from './ledger/own-log.ts';
import type { Ids, Logger } from './ports.ts';
import { rebuildProjections } from './projections/project.ts';
import { createReceiptPruning } from './prune-receipts.ts';
import { resumeSampleGateway } from './sample/resume-gateway.ts';
import { createSessions } from './sessions.ts';
import { createSync } from './sync/sync.ts';
import { createUpstreamLink } from './sync/upstream-link.ts';
import { type Committed, createWriter } from './write.ts';

export type RunningCore = Pick<Core, 'dispatch' | 'screens' | 'start' | 'wake' | 'stop'>;

/** What can give a Teams meeting something to do: a new one, its unit's address, and who the branch's authority is. */
const linkTopics: readonly Topic[] = ['meetings', 'settings', 'connection'];

export const storeFile = 'banko.db';

/**
 * Opens the store and begins work on it. Throws StoreTrouble where it can't.
 * @param onDamaged called at most once, when a call or a job meets damage that the start did not
 */
export async function startOnStore(
  options: CoreOptions,
  announce: (topics: readonly Topic[]) => void,
  onDamaged: () => void,
): Promise<RunningCore> {
  const { dataDir, ports } = options;
  const backupFolder = join(dataDir, 'backups');
  const file = join(dataDir, storeFile);
  const isThere = await findStore(file, backupFolder);
  const store = await openBesideBackups(file, await ports.secrets.storeKey(isThere), backupFolder);
  try {
    const isUpdated = await updateStore(store, backupFolder, ports.clock.now());
    // What an earlier version has projected does not say what this one's folds do.
    if (isUpdated) await store.db.transaction().execute(rebuildProjections);
    await ensureOwnLog(store, ports.ids);
    await eraseForgotten(store, dataDir, ports.clock.now());
    return await workOn(store, options, announce, onDamaged);
  } catch (error) {
    await closeStore(store);
    throw error;
  }
}

/** Puts everything that works on an open, migrated store together. */
export async function workOn(
  store: OpenStore,
  { dataDir, ports, version }: CoreOptions,
  announce: (topics: readonly Topic[]) => void,
  onDamaged: () => void,
): Promise<RunningCore> {
  const backupFolder = join(dataDir, 'backups');
  const { db } = store;
  const { clock, ids, log, printers, papers, lan } = ports;
  const giveUp = once(onDamaged);
  const jobFailed = createJobFailed(log, giveUp);
  const hybridClock = await resumeClock(store, clock.now);
  const writer = createWriter({ store, ports, hybridClock, announce: onCommit });
  const link = createUpstreamLink({
    db,
    clock,
    connect: ports.connectUpstream,
    onStateChanged: () => {
      announce(['connection']);
      if (link.state().state === 'online') attachments.pump.retry();
    },
  });
  const exchange = { db, writer, clock, ids, log, jobFailed, version };
  const sync = createSync({
    ...{ ...exchange, link, told: 'crm' },
    onRestarted: () => attachments.pump.sendAgain(),
  });
  const turnstile = createTurnstile(clock);
  const branch = createBranch({
    ...{ db, writer, clock, ids, lan, jobFailed },
    carryOut: (from, call) => carryOutPassed(from, call),
    pause: turnstile.pause,
    exchange: () => hubSync.retry(),
    exchanged: () => hubSync.idle(),
    onChanged: () => announce(['connection']),
  });
  const hubSync = createSync({ ...exchange, link: branch.link, told: 'hub' });
  const catalogue = loadCatalogue();
  const pairing = createSignerPairing({ db, writer, clock, ids });
  const signings = createSignings(() => announce(['signings']));
  const screens = createScreensGate({
    ...{ db, clock, lan, pairing },
    onChanged: () => announce(['settings']),
  });
  const { followBase } = screens;
  const printFollow = createPrintFollow({ db, printers, writer, clock, jobFailed });
  const pump = createPrintPump({
    ...{ db, catalogue, followBase, papers, printers, writer, clock, jobFailed },
    onQueued: printFollow.wake,
  });
  const teamsLink = createTeamsLink(db, ports.connectOnlineMeetings);
  const linkPump = createLinkPump({
    ...{ db, writer, clock, jobFailed },
    link: teamsLink,
    isAuthority: branch.isAuthority,
  });
  const receiptPruning = createReceiptPruning({ db, writer, clock, jobFailed });
  const forgetFound = createForgetFound({ writer, clock, jobFailed });
  const night = createNight({ db, writer, clock, jobFailed, isAuthority: branch.isAuthority });
  const escalation = createEscalation({ db, writer, clock, jobFailed, isAuthority: branch.isAuthority });
  const sessions = createSessions(clock);
  const idleLock = createIdleLock({ db, sessions, writer, clock, jobFailed });
  const audit = createAudit(writer, clock);
  const reveals = createReveals(clock);
  const upkeep = createUpkeep(store.raw, clock, (error) => jobFailed('upkeep failed', error));
  const attachments = createAttachments({
    ...{ dataDir, db, writer, clock, ids, catalogue, audit, link, jobFailed },
    storeKey: await ports.secrets.storeKey(true),
    onMoved: () => announce(['attachments']),
  });
  const sealPump = createSealPump({
    ...{ db, writer, clock, ids, catalogue, jobFailed, files: attachments.files },
    ...{ papers: ports.papers, sealer: ports.sealer },
  });
  let lastWriteAt = 0;
  const destruction = createDestruction({
    ...{ dataDir, store, writer, clock, ids, jobFailed },
    files: attachments.files,
    isAuthority: async () => {
      await branch.reviewed();
      return branch.isAuthority();
    },
    lastWriteAt: () => lastWriteAt,
  });
  const retrySync = () => {
    sync.retry();
    attachments.pump.retry();
  };

  let isStarted = false;
  let resuming = Promise.resolve();

  let commits = 0;
  function onCommit(topics: readonly Topic[], committed: Committed): void {
    commits += 1;
    lastWriteAt = clock.now();
    branch.committed(committed);
    if (topics.length > 0) announce(topics);
    upkeep.wrote();
    if (committed.hasGrown) {
      sync.nudge();
      hubSync.nudge();
    }
    if (isStarted && (topics.includes('prints') || topics.includes('settings'))) pump.wake();
    if (isStarted && linkTopics.some((topic) => topics.includes(topic))) linkPump.wake();
    if (topics.includes('attachments')) attachments.pump.nudge();
    if (topics.includes('consents')) sealPump.wake();
    if (topics.includes('settings')) sealPump.retry();
    if (isStarted && topics.includes('retention')) destruction.wake();
  }

  const tickets = { db, clock, ids, night, numbers: branch.numbers };
  const recovering = async () => fail('wrong_state');
  const handlers: Handlers = {
    ...systemService({
      store,
      backupFolder,
      clock,
      ids,
      log,
      catalogue,
      link,
      branchConnection: branch.connection,
      sampleGateway: ports.sampleGateway,
      sealer: ports.sealer,
      version,
      retrySync,
    }),
    ...sessionService({ db, sessions, clock, ids }),
    ...ticketService(tickets),
    ...helpService({ clock, ids }),
    ...meetingService({ db, clock, ids, catalogue, night }),
    ...displayService({ db, clock, commits: () => commits }),
    ...doorService({ db, clock }),
    ...directoryService({ db, clock, ids }),
    ...transfersService({ db, clock, ids }),
    ...applicationService({ db, clock, ids, catalogue, audit, reveals }),
    ...organisationService({ db, clock, catalogue, papers: ports.papers }),
    ...documentService({ db, clock, ids, catalogue, audit, papers: ports.papers }),
    ...draftService({ db, clock }),
    ...attachments.handlers,
    ...auditService({ db, clock, catalogue }),
    ...retentionService({
      ...{ db, clock, ids, catalogue, audit, dataDir },
      ...{ papers: ports.papers, sealer: ports.sealer },
    }),
    ...consumerService({ db, writer, clock, catalogue, audit, upstream: link, reveals }),
    ...personService({ db, reveals }),
    ...searchService({ db, clock, catalogue }),
    ...phoneService({ db, clock, ids, catalogue }),
    ...printService({ db, ids, clock, catalogue, followBase, papers }),
    ...printersService({ db, catalogue, clock, printers, papers }),
    ...branchSettingsService({ db, clock, catalogue }),
    ...crmService({ db, link, retrySync }),
    ...sealService({ db, clock, sealer: ports.sealer }),
    ...usersService({ db, ids, sessions, onCredentials: branch.tellCredentials }),
    ...branchService({ db, writer, branch, lan, clock, version }),
    ...screenService({ db, ids, screens }),
    ...consentService({
      ...{ db, clock, ids, catalogue, audit, papers: ports.papers },
      sealTrouble: sealPump.trouble,
    }),
    ...signingService({ db, writer, clock, ids, catalogue, sessions, screens, pairing, signings }),
    ...kioskService({ ...tickets, branch, followBase }),
    ...visitorService(tickets),
    ...teamsService({
      db,
      connect: ports.connectOnlineMeetings,
      isAuthority: branch.isAuthority,
      retry: linkPump.retry,
    }),
    ...catalogueService({ db, catalogue, clock }),
    ...textService({ db, catalogue, clock }),
    'recovery.retry': recovering,
    'recovery.restore': recovering,
    'recovery.export': recovering,
  };

  const dispatch = createDispatch({
    handlers,
    sessions,
    idleLock,
    writer,
    ports,
    branch,
    turnstile,
    onDamaged: giveUp,
  });
  const carryOutPassed = createCarryOut({ db, handlers, writer, ports, turnstile, onDamaged: giveUp });
  const calls = new Set<Promise<unknown>>();

  return {
    dispatch: (caller, method, body) => {
      const call = dispatch(caller, method, body);
      calls.add(call);
      return call.finally(() => calls.delete(call));
    },
    screens: screens.gate,
    start: () => {
      isStarted = true;
      sync.start();
      branch.start();
      hubSync.start();
      pump.wake();
      printFollow.wake();
      linkPump.wake();
      attachments.pump.start();
      sealPump.start();
      receiptPruning.start();
      forgetFound.start();
      destruction.start();
      night.start();
      escalation.wake();
      idleLock.start();
      const jobLog = {
        ...log,
        error: (message, _fields, cause) => jobFailed(message, cause),
      } satisfies Logger;
      resuming = resumeSampleGateway({ db, writer, log: jobLog, sampleGateway: ports.sampleGateway });
    },
    wake: () => {
      if (!isStarted) return;
      retrySync();
      hubSync.retry();
      linkPump.retry();
      pump.wake();
    },
    stop: async () => {
      link.close();
      teamsLink.close();
      await branch.stop();
      await hubSync.stop();
      await sync.stop();
      await resuming;
      await pump.stop();
      await printFollow.stop();
      await linkPump.stop();
      await sealPump.stop();
      await attachments.stop();
      await receiptPruning.stop();
      await forgetFound.stop();
      await destruction.stop();
      await night.stop();
      await escalation.stop();
      await idleLock.stop();
      await Promise.all(calls);
      upkeep.stop();
      await closeStore(store);
    },
  };
}

/** A store that is gone while its backups are there was lost, and must not be replaced by an empty one unasked. */
async function findStore(file: string, backupFolder: string): Promise<boolean> {
  const bytes = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (bytes === 0 && (await listBackups(backupFolder)).length > 0) throw new StoreTrouble('damaged');
  return bytes > 0;
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}

async function ensureOwnLog(store: OpenStore, ids: Ids): Promise<void> {
  await store.db.transaction().execute(async (trx) => {
    if (!(await hasOwnLog(trx))) await openLog(trx, ids.uuid());
  });
}

/** Goes on from the latest stamp that this store has written or taken. */
async function resumeClock(store: OpenStore, now: () => number) {
  const head = await ownHead(store.db);
  const [last] = await entriesOfLog(store.db, head.log, head.seq - 1, 1);
  const feed = await readLocal(store.db, 'feed');
  const clock = createHybridClock(head.log.slice(-12), now, last?.recordedAt);
  if (feed !== undefined && feed.stamp !== null) clock.observe(feed.stamp);
  return clock;
}
