import type { AskedSheet, documentContract } from '../../../../src-shared/contract/document.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Sheet } from '../../../../src-shared/ledger/application-entries.ts';
import type { Audit } from '../../audit.ts';
import type { Handlers } from '../../handler.ts';
import type { Ids, Papers } from '../../ports.ts';
import { nextCopyNo, requestPrint } from '../print/request-print.ts';
import { type PaperServices, paperOf } from './paper-of.ts';
import { streamOfSheet } from './sheet-stream.ts';

type Services = PaperServices & { readonly ids: Ids; readonly audit: Audit; readonly papers: Papers };

const fileNames: Readonly<Record<Sheet, string>> = {
  contact_form: 'tuketici-iletisim-formu',
  application_receipt_a4: 'basvuru-alindi-belgesi',
};

/** A4 documents, drawn from the ledger at the moment of asking. */
export function documentService(services: Services): Handlers<keyof typeof documentContract> {
  const { db, ids, audit, papers } = services;
  return {
    'document.draw': async (context, { sheet }) => {
      const stream = await streamOfSheet(db, sheet);
      const { document } = sheet;
      const copyNo = await nextCopyNo(db, stream, document);
      const paper = await paperOf(services, { document, stream, copyNo });
      if (paper === undefined) return fail('not_found');
      await recordLook(context, sheet);
      const name = [fileNames[document], ...(paper.code === null ? [] : [paper.code.number])].join('-');
      return succeed({
        name: `${name}.pdf`,
        base64: Buffer.from(await papers.pdf(paper)).toString('base64'),
      });
    },

    'document.print': async (context, { sheet }) => {
      const stream = await streamOfSheet(db, sheet);
      const { document } = sheet;
      if ((await paperOf(services, { document, stream, copyNo: 1 })) === undefined) return fail('not_found');
      await recordLook(context, sheet);
      return context.write(async (work) =>
        succeed({ printJobId: await requestPrint(work, ids, stream, document, context) }),
      );
    },
  };

  async function recordLook(context: Parameters<Audit['viewed']>[0], sheet: AskedSheet): Promise<void> {
    if (sheet.applicationId === null) return;
    const subjectIds = [sheet.applicationId];
    await audit.viewed(context, {
      subjectKind: 'application',
      subjectIds,
      method: `document.${sheet.document}`,
    });
  }
}
