import type { Connection } from '../../../../src-shared/contract/system.ts';
import { printableDocuments } from '../../../../src-shared/rules/print-documents.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readLocal } from '../settings/settings.repo.ts';
import { countPrints } from './print.repo.ts';
import { readPrinters } from './printers.repo.ts';

/** What the shell says of this PC's printers: what failed first, then what waits in a queue of the system. */
export async function printerStanding(db: Reader): Promise<Connection['printer']> {
  const printers = await readPrinters(db);
  const failed = await countPrints(db, 'failed');
  const followed = (await readLocal(db, 'followedPrints')) ?? [];
  const [held] = followed.flatMap(({ trouble }) => trouble ?? []);
  return {
    isConfigured: Object.values(printers).some((printer) => printer !== null),
    // A sheet that no printer of this PC takes waits for the screen.
    waiting: failed + followed.length + (await countPrints(db, 'queued', printableDocuments(printers))),
    trouble:
      failed > 0 ? `${failed} belge yazdırılamadı; yazıcıyı denetleyip yeniden yazdırın.` : (held ?? null),
  };
}
