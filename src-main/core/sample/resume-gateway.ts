import { readDocument, readLocal, saveLocal } from '../domains/settings/settings.repo.ts';
import { systemActor } from '../handler.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import type { Logger, SampleGateway } from '../ports.ts';
import type { Writer } from '../write.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly log: Logger;
  readonly sampleGateway: SampleGateway;
};

/**
 * A workplace with sample data has its CRM beside it again after a restart; where its port was taken meanwhile,
 * at a new address. A CRM that an administrator put in its place stays.
 */
export async function resumeSampleGateway({ db, writer, log, sampleGateway }: Services): Promise<void> {
  try {
    const workstation = await readLocal(db, 'workstation');
    const branch = await readDocument(db, 'branch');
    if (workstation?.isSample !== true || branch === undefined) return;
    const target = await sampleGateway.start(branch.code);
    const known = await readLocal(db, 'crm');
    const isOurs = known === undefined || known.apiKey === target.apiKey;
    if (!isOurs || known?.url === target.url) return;
    await writer.write(systemActor, async (work) => {
      await saveLocal(work.trx, 'crm', target);
      work.touch('settings');
      work.touch('connection');
      return { ok: true, value: null };
    });
  } catch (error) {
    log.error('the sample gateway did not start', {}, error);
  }
}
