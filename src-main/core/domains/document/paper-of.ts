import type { Sheet } from '../../../../src-shared/ledger/application-entries.ts';
import { dayOfShift, type Stream } from '../../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import type { ApplicationOnPaper } from '../../../../src-shared/paper/application-on-paper.ts';
import { applicationReceipt } from '../../../../src-shared/paper/application-receipt.ts';
import { contactForm } from '../../../../src-shared/paper/contact-form.ts';
import type { Paper } from '../../../../src-shared/paper/paper.ts';
import { shiftReport } from '../../../../src-shared/paper/shift-report.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { actorNames } from '../application/actor-names.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { applicationOnPaper } from './application-on-paper.ts';
import { dayReport } from './day-report.ts';
import { letterOf } from './letter-of.ts';
import { senderNow } from './sender.ts';

export type PaperServices = { readonly db: Reader; readonly catalogue: Catalogue; readonly clock: Clock };

/** A sheet of a print job, or one that is looked at before there is a job. */
export type SheetOnStream = {
  readonly document: Sheet;
  readonly stream: Stream;
  /** From 2 on, what is about an application is marked KOPYA; blank forms and figures of a day are none. */
  readonly copyNo: number;
};

/** An A4 document as the ledger has it at this moment; undefined where what it is about is gone. */
export async function paperOf(services: PaperServices, sheet: SheetOnStream): Promise<Paper | undefined> {
  const { document, stream } = sheet;
  const nowIso = new Date(services.clock.now()).toISOString();
  const sender = await senderNow(services, nowIso);
  const mark = sheet.copyNo > 1 ? 'KOPYA' : null;
  switch (document) {
    case 'contact_form': {
      if (stream.kind !== 'application') return contactForm({ sender, file: null, mark: null });
      const file = await applicationOf(services, stream);
      return file && contactForm({ sender, file, mark });
    }
    case 'application_receipt_a4': {
      const application = await applicationOf(services, stream);
      const trackingUrl = (await readDocument(services.db, 'policy'))?.trackingUrl ?? '';
      return application && applicationReceipt({ sender, application, trackingUrl, mark });
    }
    case 'decision_letter':
      return letterOf(services, stream, mark);
    case 'shift_report':
      return shiftReport(sender, await dayReport(services, dayOfShift(stream.id), nowIso));
    default:
      return assertNever(document);
  }
}

async function applicationOf(
  { db, catalogue }: PaperServices,
  stream: Stream,
): Promise<ApplicationOnPaper | undefined> {
  const state = foldApplication(await entriesOfStream(db, stream));
  return state && applicationOnPaper(state, catalogue, await actorNames(db, catalogue));
}
