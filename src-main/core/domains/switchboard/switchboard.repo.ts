import type { Selectable } from 'kysely';
import type { Contact } from '../../../../src-shared/contract/switchboard.ts';
import {
  availabilities,
  contactKinds,
  transferOutcomes,
} from '../../../../src-shared/ledger/switchboard-entries.ts';
import { availabilityOn } from '../../../../src-shared/rules/availability.ts';
import { compareTurkish } from '../../../../src-shared/text/fold.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { ContactsTable } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export const contactStream = (id: string) => ({ kind: 'contact', id }) as const;

/** Departments before people, each in the order of the alphabet; who is back today counts as available. */
export async function listContacts(db: Reader, today: string): Promise<readonly Contact[]> {
  const rows = await db.selectFrom('contacts').selectAll().execute();
  return rows
    .map((row) => availabilityOn(contactOf(row), today))
    .sort(
      (a, b) =>
        contactKinds.indexOf(a.kind) - contactKinds.indexOf(b.kind) ||
        compareTurkish(a.name, b.name) ||
        compareTurkish(a.department, b.department),
    );
}

/** As it was written, whatever day it is. */
export async function contactById(db: Reader, id: string): Promise<Contact | undefined> {
  const row = await db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : contactOf(row);
}

function contactOf({ direct_phone, backup_id, back_on, ...row }: Selectable<ContactsTable>): Contact {
  return {
    ...row,
    kind: oneOf(contactKinds, row.kind),
    directPhone: direct_phone,
    backupId: backup_id,
    availability: oneOf(availabilities, row.availability),
    backOn: back_on,
  };
}

export type KeptTransfer = {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly contactId: string;
  readonly contactName: string;
  readonly department: string;
  readonly outcome: (typeof transferOutcomes)[number];
  readonly application: { readonly id: string; readonly applicationNo: string } | null;
  readonly note: string;
};

/** The newest first. `today` is a service day. */
export async function transfersOfDay(db: Reader, today: string): Promise<readonly KeptTransfer[]> {
  const rows = await selectTransfers(db)
    .where('at', '>=', new Date(`${today}T00:00:00.000+03:00`).toISOString())
    .orderBy('at', 'desc')
    .orderBy('call_transfers.id', 'desc')
    .execute();
  // A PC whose clock runs ahead may have written tomorrow's.
  return rows.filter(({ at }) => localDay(at) === today).map(transferOf);
}

export async function transferById(db: Reader, id: string): Promise<KeptTransfer | undefined> {
  const row = await selectTransfers(db).where('call_transfers.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : transferOf(row);
}

function selectTransfers(db: Reader) {
  return db
    .selectFrom('call_transfers')
    .leftJoin('applications', 'applications.id', 'call_transfers.application_id')
    .selectAll('call_transfers')
    .select('applications.application_no');
}

type TransferRow = Awaited<ReturnType<ReturnType<typeof selectTransfers>['execute']>>[number];

function transferOf(row: TransferRow): KeptTransfer {
  const { application_id: id, application_no: applicationNo } = row;
  return {
    id: row.id,
    at: row.at,
    actor: row.actor,
    contactId: row.contact_id,
    contactName: row.contact_name,
    department: row.department,
    outcome: oneOf(transferOutcomes, row.outcome),
    application: id === null || applicationNo === null ? null : { id, applicationNo },
    note: row.note,
  };
}
