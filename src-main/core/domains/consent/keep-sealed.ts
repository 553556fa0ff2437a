import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ConsentSealsTable } from '../../db/schema.ts';
import type { SealedFiles } from '../../files/sealed-files.ts';
import { systemActor } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids, Papers } from '../../ports.ts';
import type { Sealer } from '../../seal-port.ts';
import type { Work, Writer } from '../../write.ts';
import { streamOf } from '../application/open-application.ts';
import { holdCopy } from '../attachment/attachment.repo.ts';
import { writeWhole } from './seal-files.ts';

export type SealingServices = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly papers: Papers;
  readonly sealer: Sealer;
  readonly files: SealedFiles;
};
type Job = ConsentSealsTable;
type Document = { readonly pdf: Uint8Array; readonly at: string | null };

/** Puts the sealed sheet on its application and on record, and ends the job or leaves it to the timestamp. */
export async function keepSealed(
  services: SealingServices,
  job: Job,
  state: ApplicationState,
  { pdf, at }: Document,
): Promise<void> {
  const written = await writeWhole(services, job.attachment_id, pdf);
  await once(services, job, async (work) => {
    await addFile(work, job, state, written);
    await work.append(
      fact(streamOf(state.id), 'consent.sealed', {
        consentId: job.consent_id,
        attachmentId: job.attachment_id,
        sha256: written.sha256,
        timestamp: at ?? 'pending',
      }),
    );
    if (at !== null) return endJob(work, job);
    await work.trx
      .updateTable('consent_seals')
      .set({ stage: 'stamping', attachment_id: services.ids.uuid() })
      .where('consent_id', '=', job.consent_id)
      .execute();
  });
}

/** The same document with its timestamp in the place of the one without: its bytes go, its name stays in the story. */
export async function keepStamped(
  services: SealingServices,
  job: Job,
  state: ApplicationState,
  { pdf, at }: { readonly pdf: Uint8Array; readonly at: string },
  before: string,
): Promise<void> {
  const written = await writeWhole(services, job.attachment_id, pdf);
  await once(services, job, async (work) => {
    const stream = streamOf(state.id);
    await addFile(work, job, state, written);
    await work.append(
      fact(stream, 'consent.timestamped', {
        consentId: job.consent_id,
        attachmentId: job.attachment_id,
        sha256: written.sha256,
        timestamp: at,
      }),
    );
    await work.append(
      fact(stream, 'attachment.withdrawn', {
        attachmentId: before,
        reason: 'Zaman damgalı belge yerine geçti.',
      }),
    );
    await endJob(work, job);
  });
}

/** There is nothing to be sealed: the consent is not here, or its document is not. */
export async function forgetJob(services: SealingServices, job: Job): Promise<void> {
  await once(services, job, (work) => endJob(work, job));
}

async function once(
  { writer }: SealingServices,
  { consent_id, stage }: Job,
  body: (work: Work) => Promise<void>,
): Promise<void> {
  await writer.write(systemActor, async (work) => {
    const still = await work.trx
      .selectFrom('consent_seals')
      .select('stage')
      .where('consent_id', '=', consent_id)
      .executeTakeFirst();
    if (still?.stage === stage) await body(work);
    return succeed(null);
  });
}

async function addFile(
  work: Work,
  { attachment_id, consent_id }: Job,
  state: ApplicationState,
  written: { readonly size: number; readonly sha256: string },
): Promise<void> {
  await work.append(
    fact(streamOf(state.id), 'attachment.added', {
      attachmentId: attachment_id,
      name: `riza-${state.registration.applicationNo}-${consent_id.slice(-6)}.pdf`,
      mediaType: 'application/pdf',
      ...written,
      description: 'Mühürlü rıza belgesi',
      isSpecialCategory: true,
    }),
  );
  await holdCopy(work.trx, attachment_id, false);
}

async function endJob({ trx }: Work, { consent_id }: Job): Promise<void> {
  await trx.deleteFrom('consent_seals').where('consent_id', '=', consent_id).execute();
}
