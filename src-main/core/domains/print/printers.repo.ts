import type { Transaction } from 'kysely';
import type {
  PrinterChange,
  PrinterRole,
  PrintersSettings,
} from '../../../../src-shared/contract/printers.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import type { Schema } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Printer } from '../../ports.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';

/** This PC's printers; of a store from before there were three, the receipt printer that it has. */
export async function readPrinters(db: Reader): Promise<PrintersSettings> {
  const kept = await readLocal(db, 'printers');
  if (kept !== undefined) return kept;
  const before = (await readLocal(db, 'printer')) ?? null;
  if (before === null) return { slip: null, label: null, a4: null };
  const { codePage: lettering, ...connection } = before;
  return {
    slip: { connection, lettering, headDots: 512, cut: 'partial', buzzer: 'none' },
    label: null,
    a4: null,
  };
}

export async function changePrinter(trx: Transaction<Schema>, change: PrinterChange): Promise<void> {
  await saveLocal(trx, 'printers', changed(await readPrinters(trx), change));
}

function changed(printers: PrintersSettings, change: PrinterChange): PrintersSettings {
  switch (change.role) {
    case 'slip':
      return { ...printers, slip: change.printer };
    case 'label':
      return { ...printers, label: change.printer };
    case 'a4':
      return { ...printers, a4: change.printer };
    default:
      return assertNever(change);
  }
}

/** Undefined where this PC has none of that kind. */
export function printerOf(printers: PrintersSettings, role: PrinterRole): Printer | undefined {
  switch (role) {
    case 'slip':
      return printers.slip === null ? undefined : { role, ...printers.slip };
    case 'label':
      return printers.label === null ? undefined : { role, ...printers.label };
    case 'a4':
      return printers.a4 === null ? undefined : { role, ...printers.a4 };
    default:
      return assertNever(role);
  }
}
