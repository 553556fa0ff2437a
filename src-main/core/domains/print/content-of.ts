import { isSheet } from '../../../../src-shared/rules/print-documents.ts';
import { documentWords } from '../../../../src-shared/text/words.ts';
import type { Clock, Papers, PrintContent } from '../../ports.ts';
import { paperOf } from '../document/paper-of.ts';
import { linesOf, type SlipServices } from './documents.ts';
import type { PrintJobKey } from './print.repo.ts';

export type ContentServices = SlipServices & { readonly papers: Papers; readonly clock: Clock };

/** What a job puts on paper, read from the ledger at this moment; undefined where what it is about is gone. */
export async function contentOf(
  services: ContentServices,
  job: PrintJobKey,
): Promise<PrintContent | undefined> {
  const { document, stream, copyNo } = job;
  if (!isSheet(document)) {
    const lines = await linesOf(services, job);
    return lines && { kind: 'lines', lines };
  }
  const paper = await paperOf(services, { document, stream, copyNo });
  return paper && { kind: 'pdf', title: documentWords[document], bytes: await services.papers.pdf(paper) };
}
