import type { PrinterRole, PrintersSettings } from '../contract/printers.ts';
import { documents, type Sheet, sheets } from '../ledger/application-entries.ts';

export type PrintedDocument = (typeof documents)[number];

/** Which printers a document can come out of, the one that is meant for it first; a sheet only of the one for A4. */
const rolesOf: Readonly<Record<Exclude<PrintedDocument, Sheet>, readonly PrinterRole[]>> = {
  queue_ticket: ['slip', 'label'],
  application_receipt: ['slip'],
  meeting_slip: ['slip', 'label'],
  application_label: ['label'],
};

/** The configured printer that this document comes out of; undefined where it is shown on screen instead. */
export function printerRoleFor(
  printers: PrintersSettings,
  document: PrintedDocument,
): PrinterRole | undefined {
  const roles: readonly PrinterRole[] = isSheet(document) ? ['a4'] : rolesOf[document];
  return roles.find((role) => printers[role] !== null);
}

/** The documents that come out of some printer of this PC. */
export function printableDocuments(printers: PrintersSettings): readonly PrintedDocument[] {
  return documents.filter((document) => printerRoleFor(printers, document) !== undefined);
}

export function isSheet(document: PrintedDocument): document is Sheet {
  return sheets.some((sheet) => sheet === document);
}
