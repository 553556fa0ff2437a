import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import { consentFiles } from '../../../../src-shared/ledger/reduce-consents.ts';
import { statesSpecialGround } from '../../../../src-shared/rules/special-category.ts';
import { formatSheetCode, makeSheetCode } from '../../../../src-shared/text/sheet-code.ts';
import { trackingRandomBytes } from '../../../../src-shared/text/tracking-code.ts';
import type { Context } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { loadApplication, streamOf } from '../application/open-application.ts';
import { textInForce, textVersion } from '../text/texts.repo.ts';
import type { ConsentServices } from './consent.service.ts';
import { askedBy, decide } from './decide.ts';

/** WR-3: a page to be signed by hand. It asks exactly what a screen would, and its barcode names the consent to be. */
export async function printSheet(
  { db, catalogue, ids }: ConsentServices,
  context: Context,
  { applicationId, textCode, language }: ParsedInputOf<'consent.printSheet'>,
  day: string,
): Promise<Result<OutputOf<'consent.printSheet'>>> {
  const text = await textInForce(db, catalogue, { code: textCode, language, day });
  if (text?.kind !== 'consent')
    return wrong({
      path: 'textCode',
      message: 'Bu rıza metninin yürürlükte bir sürümü yok. Listeden seçin.',
    });
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const consentId = ids.uuid();
    const sheetCode = makeSheetCode(ids.randomBytes(trackingRandomBytes));
    const printed = { ...askedBy(consentId, text), sheetCode };
    await work.append(fact(streamOf(applicationId), 'consent.printed', printed));
    return succeed({ consentId, sheetCode });
  });
}

/** The page is back: its barcode says which consent it is, and its scan is tied to that record and to no other. */
export async function recordPaper(
  services: ConsentServices,
  context: Context,
  { applicationId, sheetCode, decision, attachmentId }: ParsedInputOf<'consent.recordPaper'>,
): Promise<Result<OutputOf<'consent.recordPaper'>>> {
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const printed = state.consents.printed.find((one) => one.sheetCode === sheetCode);
    if (printed === undefined) return wrong(await strangeSheet(work, sheetCode));
    if (state.consents.decided.some(({ consentId }) => consentId === printed.consentId))
      return wrong({ path: 'sheetCode', message: 'Bu rıza formu zaten kaydedilmiş.' });
    const fault = scanFault(state, attachmentId);
    if (fault !== undefined) return wrong(fault);
    const { consentId, textCode: code, textVersion: version, textHash: hash } = printed;
    const text = await textVersion(work.trx, services.catalogue, { code, version, hash });
    const { entryId: _entry, at: _at, actor: _actor, sheetCode: _sheet, ...asked } = printed;
    await decide(services, work, state, {
      ...{ asked, decision, method: 'wet_signature', signature: null },
      isGround: text !== undefined && statesSpecialGround(text),
    });
    await work.append(fact(streamOf(applicationId), 'consent.scanned', { consentId, attachmentId }));
    return succeed({ consentId });
  });
}

/** A page of another application is the likeliest slip: its clerk is told so by its code, and of whose it is nothing. */
async function strangeSheet({ trx }: Work, sheetCode: string): Promise<FieldError> {
  const shown = formatSheetCode(sheetCode);
  const known = await trx
    .selectFrom('consents')
    .select('id')
    .where('sheet_code', '=', sheetCode)
    .executeTakeFirst();
  const message =
    known === undefined
      ? `${shown} bu başvuru için hazırlanmış bir form değil. Doğru başvuruda olduğunuzu denetleyin.`
      : `${shown} başka bir başvurunun kayıtlı formu; bu başvuruya bağlanamaz.`;
  return { path: 'sheetCode', message };
}

function scanFault(state: ApplicationState, attachmentId: string): FieldError | undefined {
  const file = attachmentsOf(state.attachments).find((one) => one.attachmentId === attachmentId);
  if (file === undefined || file.withdrawal !== null)
    return { path: 'attachmentId', message: 'Formun taraması önce bu başvuruya dosya olarak eklenmeli.' };
  return consentFiles(state.consents).has(attachmentId)
    ? { path: 'attachmentId', message: 'Bu dosya başka bir rıza kaydına bağlı. Bu formun taramasını seçin.' }
    : undefined;
}

function wrong(field: FieldError) {
  return fail('invalid_input', [field]);
}
