import { failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import {
  awaitsReview,
  consentFiles,
  consentsOf,
  standingGround,
} from '../../../../src-shared/ledger/reduce-consents.ts';
import type { Context } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { loadApplication, streamOf } from '../application/open-application.ts';

/**
 * KVKK md. 7: a consent was taken back, and a person decides what becomes of the data. To be erased are the files of
 * special-category data, wherever they are; the record of the consent itself stays, since who processed by it has to
 * prove it. What another ground still covers can't be erased by this.
 */
export async function review(
  context: Context,
  { applicationId, ...said }: ParsedInputOf<'consent.review'>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const consent = consentsOf(state.consents).find(({ consentId }) => consentId === said.consentId);
    if (consent === undefined || !awaitsReview(consent))
      return failSaying('wrong_state', 'Bu rıza için bekleyen bir silme incelemesi yok.');
    if (said.outcome === 'erase') {
      if (standingGround(state.consents) !== null)
        return failSaying(
          'wrong_state',
          'Verinin işlenmesi için kayıtlı başka bir dayanak var; bu rızanın geri alınmasıyla silinemez.',
        );
      await eraseFiles(work, state);
    }
    await work.append(fact(streamOf(applicationId), 'consent.reviewed', said));
    return succeed({});
  });
}

async function eraseFiles(work: Work, state: ApplicationState): Promise<void> {
  const records = consentFiles(state.consents);
  for (const { attachmentId, isSpecialCategory, withdrawal } of attachmentsOf(state.attachments)) {
    if (!isSpecialCategory || withdrawal !== null || records.has(attachmentId)) continue;
    await work.append(
      fact(streamOf(state.id), 'attachment.withdrawn', {
        attachmentId,
        reason: 'Açık rıza geri alındığı için silindi (KVKK md. 7).',
      }),
    );
  }
}
