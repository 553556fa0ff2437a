import type { Sheet } from '../../../../src-shared/ledger/application-entries.ts';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import type { ApplicationOnPaper } from '../../../../src-shared/paper/application-on-paper.ts';
import { applicationReceipt } from '../../../../src-shared/paper/application-receipt.ts';
import { contactForm } from '../../../../src-shared/paper/contact-form.ts';
import type { Paper } from '../../../../src-shared/paper/paper.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { applicationOnPaper } from './application-on-paper.ts';

export type PaperServices = { readonly db: Reader; readonly catalogue: Catalogue };

/** A sheet of a print job, or one that is looked at before there is a job. */
export type SheetOnStream = {
  readonly document: Sheet;
  readonly stream: Stream;
  /** From 2 on it is marked KOPYA. */
  readonly copyNo: number;
};

/** An A4 document as the ledger has it at this moment; undefined where what it is about is gone. */
export async function paperOf(services: PaperServices, sheet: SheetOnStream): Promise<Paper | undefined> {
  const { document, stream } = sheet;
  const place = (await readDocument(services.db, 'branch'))?.name ?? '';
  const isCopy = sheet.copyNo > 1;
  switch (document) {
    case 'contact_form': {
      if (stream.kind !== 'application') return contactForm({ place, file: null, isCopy: false });
      const file = await applicationOf(services, stream);
      return file && contactForm({ place, file, isCopy });
    }
    case 'application_receipt_a4': {
      const application = await applicationOf(services, stream);
      const trackingUrl = (await readDocument(services.db, 'policy'))?.trackingUrl ?? '';
      return application && applicationReceipt({ place, application, trackingUrl, isCopy });
    }
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
