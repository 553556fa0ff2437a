import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { consentSheet } from '../../../../src-shared/paper/consent-sheet.ts';
import type { Context } from '../../handler.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { namesInformant } from '../person/names-informant.ts';
import type { ConsentServices } from './consent.service.ts';
import { sheetRecord } from './sheet-record.ts';

/** The page that is to be signed by hand, as it was asked for; a reprint is the same page with the same barcode. */
export async function sheetPdf(
  services: ConsentServices,
  context: Context,
  { applicationId, consentId }: ParsedInputOf<'consent.sheet'>,
): Promise<Result<OutputOf<'consent.sheet'>>> {
  const { db, papers, audit } = services;
  const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: applicationId }));
  const printed = state?.consents.printed.find((one) => one.consentId === consentId);
  if (state === undefined || printed === undefined) return fail('not_found');
  if (await namesInformant(db, context, { kind: 'application', id: applicationId })) return fail('forbidden');
  const record = await sheetRecord(services, state, printed, {
    ...{ code: printed.sheetCode, act: null, signature: 'line' },
    method: 'Kâğıt üzerinde, ıslak imzayla',
  });
  if (record === undefined) return fail('not_found');
  await audit.viewed(context, {
    subjectKind: 'application',
    subjectIds: [applicationId],
    method: 'consent.sheet',
  });
  const pdf = await papers.sheet(consentSheet(record));
  const name = `riza-formu-${state.registration.applicationNo}-${printed.sheetCode.slice(-4)}.pdf`;
  return succeed({ name, base64: Buffer.from(pdf).toString('base64') });
}
