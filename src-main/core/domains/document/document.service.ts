import {
  type AskedSheet,
  type DrawnPdf,
  type documentContract,
  longestReportDays,
} from '../../../../src-shared/contract/document.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Sheet } from '../../../../src-shared/ledger/application-entries.ts';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import type { Paper } from '../../../../src-shared/paper/paper.ts';
import { addDays } from '../../../../src-shared/rules/local-day.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Audit } from '../../audit.ts';
import { type Context, type Handlers, userOf } from '../../handler.ts';
import type { Ids, Papers } from '../../ports.ts';
import { namesInformant } from '../person/names-informant.ts';
import { nextCopyNo, requestPrint } from '../print/request-print.ts';
import { draftLetterOf } from './letter-of.ts';
import { type PaperServices, paperOf } from './paper-of.ts';
import { streamOfSheet } from './sheet-stream.ts';

type Services = PaperServices & { readonly ids: Ids; readonly audit: Audit; readonly papers: Papers };

const fileNames: Readonly<Record<Sheet, string>> = {
  contact_form: 'tuketici-iletisim-formu',
  application_receipt_a4: 'basvuru-alindi-belgesi',
  decision_letter: 'sonuc-yazisi',
  shift_report: 'vardiya-raporu',
};

/** A4 documents, drawn from the ledger at the moment of asking. */
export function documentService(services: Services): Handlers<keyof typeof documentContract> {
  const { db, ids, clock, audit, papers } = services;
  const nowIso = () => new Date(clock.now()).toISOString();

  return {
    'document.draw': async (context, { sheet }) => {
      const refusal = refusalOf(context, sheet);
      if (refusal !== undefined) return refusal;
      const stream = await streamOfSheet(db, sheet);
      const { document } = sheet;
      const copyNo = await nextCopyNo(db, stream, document);
      const paper = await paperOf(services, { document, stream, copyNo });
      if (paper === undefined) return fail('not_found');
      if (await isSecret(context, document, stream)) return fail('forbidden');
      await recordLook(context, sheet);
      return succeed(await drawn(paper, document === 'shift_report' ? [document, sheet.day] : [document]));
    },

    'document.draftLetter': async (context, { applicationId, outcomeKind, outcome }) => {
      const stream = { kind: 'application', id: applicationId };
      const decision = { outcomeKind, outcome, at: nowIso() };
      const paper = await draftLetterOf(services, stream, decision, userOf(context));
      if (paper === undefined) return fail('not_found');
      if (await isSecret(context, 'decision_letter', stream)) return fail('forbidden');
      await recordLook(context, { document: 'decision_letter', applicationId });
      return succeed(await drawn(paper, ['decision_letter', 'taslak']));
    },

    'document.print': async (context, { sheet }) => {
      const refusal = refusalOf(context, sheet);
      if (refusal !== undefined) return refusal;
      const stream = await streamOfSheet(db, sheet);
      const { document } = sheet;
      if ((await paperOf(services, { document, stream, copyNo: 1 })) === undefined) return fail('not_found');
      if (await isSecret(context, document, stream)) return fail('forbidden');
      await recordLook(context, sheet);
      return context.write(async (work) =>
        succeed({ printJobId: await requestPrint(work, ids, stream, document, context) }),
      );
    },
  };

  function refusalOf(context: Context, sheet: AskedSheet): Result<never> | undefined {
    if (sheet.document !== 'shift_report') return undefined;
    if (userOf(context).role === 'clerk') return fail('forbidden');
    const today = localDay(nowIso());
    if (sheet.day <= today && sheet.day >= addDays(today, -longestReportDays)) return undefined;
    const message = `Bugün ya da son ${longestReportDays} günden biri seçilmeli.`;
    return fail('invalid_input', [{ path: 'sheet.day', message }]);
  }

  /** The receipt, which an informant takes along, names nobody. */
  async function isSecret(context: Context, document: Sheet, stream: Stream): Promise<boolean> {
    return document !== 'application_receipt_a4' && (await namesInformant(db, context, stream));
  }

  async function drawn(paper: Paper, [document, ...rest]: readonly [Sheet, ...string[]]): Promise<DrawnPdf> {
    const number = paper.code === null ? [] : [paper.code.number];
    const name = `${[fileNames[document], ...number, ...rest].join('-')}.pdf`;
    return { name, base64: Buffer.from(await papers.pdf(paper)).toString('base64') };
  }

  async function recordLook(context: Context, sheet: AskedSheet): Promise<void> {
    if (sheet.document === 'shift_report' || sheet.applicationId === null) return;
    const method = `document.${sheet.document}`;
    const { applicationId } = sheet;
    await audit.viewed(context, { subjectKind: 'application', subjectIds: [applicationId], method });
  }
}
