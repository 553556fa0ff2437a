import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { PushedReport } from './driver.ts';
import { accepted } from './outcomes.ts';
import { hastenDelivery, keepReceipts } from './receipts.ts';
import type { SenderParts } from './sender.ts';
import { type OutboxSms, type SmsChange, settle } from './sms-outbox.ts';

/**
 * Takes what a provider tells by itself. A report about an SMS whose sending was never answered is the proof that
 * it had been taken. Repeated reports and those of nobody's SMS change nothing.
 * @returns how many SMS are proved to be taken by it
 */
export async function takeReports(parts: SenderParts, reports: readonly PushedReport[]): Promise<number> {
  const { db, clock, driver } = parts;
  const known = await knownReferences(db, driver.name, reports);
  const proved = new Map<string, SmsChange>();
  for (const report of reports) {
    if (known.has(report.reference)) continue;
    const sms = await unansweredSms(db, driver.name, report);
    if (sms === undefined || proved.has(sms.sms_id)) continue;
    proved.set(sms.sms_id, accepted(parts, sms, { reference: report.reference }));
    known.add(report.reference);
  }
  const receipts = reports.flatMap(({ reference, delivery }) =>
    delivery.kind === 'pending' || !known.has(reference)
      ? []
      : [{ driver: driver.name, reference, delivery }],
  );
  await keepReceipts(db, clock, receipts);
  const taken = proved.size === 0 ? 0 : (await settle(parts, [...proved.values()])).size;
  await hastenDelivery(
    db,
    clock,
    driver.name,
    receipts.map(({ reference }) => reference),
  );
  return taken;
}

async function knownReferences(
  db: Kysely<Database>,
  driver: string,
  reports: readonly PushedReport[],
): Promise<Set<string>> {
  if (reports.length === 0) return new Set();
  const rows = await db
    .selectFrom('sms_outbox')
    .select('reference')
    .where('driver', '=', driver)
    .where(
      'reference',
      'in',
      reports.map(({ reference }) => reference),
    )
    .execute();
  return new Set(rows.flatMap(({ reference }) => (reference === null ? [] : [reference])));
}

/** By our key; else by number and text, where exactly one SMS waits for its answer with these. */
async function unansweredSms(
  db: Kysely<Database>,
  driver: string,
  { clientKey, sent }: PushedReport,
): Promise<OutboxSms | undefined> {
  const unanswered = db
    .selectFrom('sms_outbox')
    .selectAll()
    .where('driver', '=', driver)
    .where('state', 'in', ['sending', 'uncertain']);
  if (clientKey !== undefined) return unanswered.where('sms_id', '=', clientKey).executeTakeFirst();
  if (sent === undefined) return undefined;
  const found = await unanswered
    .where('recipient', '=', sent.to)
    .where('text', '=', sent.text)
    .limit(2)
    .execute();
  return found.length === 1 ? found[0] : undefined;
}
