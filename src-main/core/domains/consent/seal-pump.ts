import { errorSentences } from '../../../../src-shared/contract/errors.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { consentsOf } from '../../../../src-shared/ledger/reduce-consents.ts';
import type { ConsentSealsTable } from '../../db/schema.ts';
import type { JobFailed } from '../../job-failed.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { createWorker } from '../../worker.ts';
import { timestampDocument } from '../seal/seal-document.ts';
import { drawSealed } from './draw-sealed.ts';
import { forgetJob, keepSealed, keepStamped, type SealingServices } from './keep-sealed.ts';
import { readSealed } from './seal-files.ts';

export type SealPump = {
  readonly start: () => void;
  /** Something was recorded. */
  readonly wake: () => void;
  /** The settings changed: what could not be sealed or stamped is tried now. */
  readonly retry: () => void;
  /** Why sheets of this PC wait, as a sentence; null while none does. */
  readonly trouble: () => string | null;
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const firstBackoffMillis = 60_000;
const longestBackoffMillis = 15 * 60_000;

/**
 * Makes of every consent that was signed on this PC a sealed sheet, one at a time, beside any transaction. What is to
 * be done stands in `consent_seals`, written with the decision, so a crash loses none and does none twice: the file has
 * its id beforehand, and it is on record in the same unit of work that ends the job. Without a certificate it waits.
 * Without a timestamp server, or an answer of it, the sheet is sealed and says that its timestamp is pending; when one
 * answers, the stamped document takes the place of the other.
 */
export function createSealPump(services: SealingServices & { readonly jobFailed: JobFailed }): SealPump {
  const { db, clock } = services;
  let isStarted = false;
  let isStopping = false;
  let failures = 0;
  let stampAt = 0;
  let sealTrouble: string | null = null;
  let stampTrouble: string | null = null;
  let cancelTimer = () => {};

  const worker = createWorker(work, (error) => {
    services.jobFailed('a consent was not sealed', error);
    schedule(firstBackoffMillis);
  });

  async function work(): Promise<void> {
    cancelTimer();
    sealTrouble = null;
    const jobs = await db.selectFrom('consent_seals').selectAll().orderBy('consent_id').execute();
    // A sheet that waits for its seal comes before one that waits for its time.
    for (const job of [...of(jobs, 'sealing'), ...of(jobs, 'stamping')]) {
      if (isStopping) return;
      if (job.stage === 'sealing') await seal(job);
      else if (stampAt <= clock.now()) await stamp(job);
    }
    if (stampAt > clock.now()) schedule(stampAt - clock.now());
  }

  async function seal(job: Job): Promise<void> {
    if (sealTrouble !== null) return;
    const found = await consentOf(job);
    if (found === undefined) return forgetJob(services, job);
    const sealed = await drawSealed(services, found.state, found.consent);
    if (sealed === undefined) return;
    if (typeof sealed === 'string') {
      sealTrouble = waitingSentences[sealed];
      return;
    }
    const stamped = await stampNow(sealed);
    await keepSealed(services, job, found.state, stamped ?? { pdf: sealed, at: null });
  }

  async function stamp(job: Job): Promise<void> {
    const found = await consentOf(job);
    const seal = found?.consent.seal;
    if (found === undefined || seal === undefined || seal === null) return forgetJob(services, job);
    const sealed = await readSealed(services, seal.attachmentId);
    // Withdrawn, or not on this PC any more: there is nothing to put a time to.
    if (sealed === undefined) return forgetJob(services, job);
    const stamped = await stampNow(sealed);
    if (stamped !== undefined) await keepStamped(services, job, found.state, stamped, seal.attachmentId);
  }

  /** Undefined while there is no server or it does not answer; local time takes the place of none. */
  async function stampNow(
    sealed: Uint8Array,
  ): Promise<{ readonly pdf: Uint8Array; readonly at: string } | undefined> {
    if (stampAt > clock.now()) return undefined;
    const stamped = await timestampDocument(services, sealed);
    if (stamped !== 'no_server' && stamped.ok) {
      failures = 0;
      stampTrouble = null;
      return { pdf: stamped.pdf, at: stamped.at };
    }
    stampTrouble = stamped === 'no_server' ? noServer : errorSentences[stamped.trouble];
    failures += 1;
    stampAt = clock.now() + Math.min(firstBackoffMillis * 2 ** (failures - 1), longestBackoffMillis);
    return undefined;
  }

  async function consentOf({ application_id, consent_id }: Job) {
    const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: application_id }));
    const consent = state && consentsOf(state.consents).find(({ consentId }) => consentId === consent_id);
    return state === undefined || consent === undefined ? undefined : { state, consent };
  }

  function schedule(millis: number): void {
    cancelTimer();
    if (!isStopping) cancelTimer = clock.after(millis, worker.wake);
  }

  function wake(): void {
    if (isStarted) worker.wake();
  }

  function retry(): void {
    failures = 0;
    stampAt = 0;
    wake();
  }

  return {
    start: () => {
      isStarted = true;
      retry();
    },
    wake,
    retry,
    trouble: () => sealTrouble ?? stampTrouble,
    idle: worker.idle,
    stop: async () => {
      isStopping = true;
      cancelTimer();
      await worker.stop();
      cancelTimer();
    },
  };
}

type Job = ConsentSealsTable;

function of(jobs: readonly Job[], stage: Job['stage']): readonly Job[] {
  return jobs.filter((job) => job.stage === stage);
}

const waitingSentences = {
  no_identity:
    'Bu bilgisayarda elektronik mühür sertifikası tanımlı değil; rıza belgeleri tanımlanınca mühürlenir.',
  out_of_date:
    'Elektronik mühür sertifikasının süresi geçerli değil; rıza belgeleri sertifika yenilenince mühürlenir.',
} as const;

const noServer = 'Zaman damgası sunucusu tanımlı değil; rıza belgeleri mühürlü ve zaman damgası bekliyor.';
