import type { PrinterRole, PrintersSettings } from '../contract/printers.ts';
import { documents } from '../ledger/application-entries.ts';

export type PrintedDocument = (typeof documents)[number];

/** Which printers a document can come out of, the one that is meant for it first. */
const rolesOf: Readonly<Record<PrintedDocument, readonly PrinterRole[]>> = {
  queue_ticket: ['slip', 'label'],
  application_receipt: ['slip'],
  meeting_slip: ['slip', 'label'],
  application_label: ['label'],
  contact_form: ['a4'],
  application_receipt_a4: ['a4'],
};

/** The configured printer that this document comes out of; undefined where it is shown on screen instead. */
export function printerRoleFor(
  printers: PrintersSettings,
  document: PrintedDocument,
): PrinterRole | undefined {
  return rolesOf[document].find((role) => printers[role] !== null);
}

/** The documents that come out of some printer of this PC. */
export function printableDocuments(printers: PrintersSettings): readonly PrintedDocument[] {
  return documents.filter((document) => printerRoleFor(printers, document) !== undefined);
}
