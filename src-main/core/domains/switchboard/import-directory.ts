import type { z } from 'zod';
import { type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import { turkishParse } from '../../../../src-shared/contract/input-errors.ts';
import {
  type Contact,
  type ContactInput,
  contactInput,
  type importOutcomeSchema,
} from '../../../../src-shared/contract/switchboard.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { type DirectoryLine, readDirectoryCsv } from '../../../../src-shared/rules/directory-csv.ts';
import { foldTurkish } from '../../../../src-shared/text/fold.ts';
import type { Context } from '../../handler.ts';
import type { Clock, Ids } from '../../ports.ts';
import { today } from '../ticket/ticket-services.ts';
import { contactStream, listContacts } from './switchboard.repo.ts';

type Services = { readonly clock: Clock; readonly ids: Ids };
type Outcome = z.infer<typeof importOutcomeSchema>;
type LineError = Extract<Outcome, { kind: 'refused' }>['errors'][number];
type Read = { readonly line: DirectoryLine; readonly id: string; readonly contact: ContactInput };

/** More than these nobody reads; the first ones show what is wrong with the file. */
const mostErrors = 100;

/**
 * Takes a directory file whole, or says of each bad line what is wrong with it and takes nothing. Somebody of the
 * same kind, name and department is the same contact; who is not in the file stays as they are.
 */
export async function importDirectory(
  { clock, ids }: Services,
  context: Context,
  csv: string,
): Promise<Result<Outcome>> {
  const file = readDirectoryCsv(csv);
  if (!file.ok) return succeed({ kind: 'refused', errors: [{ line: file.line, message: file.message }] });
  return context.write<Outcome>(async (work) => {
    const before = await listContacts(work.trx, today(clock));
    const known = new Map(before.map((contact) => [keyOf(contact), contact]));
    const seen = new Map<string, number>();
    const errors: LineError[] = [];
    const read: Read[] = [];
    for (const line of file.lines) {
      const parsed = contactInput.safeParse(inputOf(line), turkishParse);
      if (!parsed.success) {
        for (const { message } of parsed.error.issues) errors.push({ line: line.line, message });
        continue;
      }
      const key = keyOf(parsed.data);
      const earlier = seen.get(key);
      if (earlier !== undefined)
        errors.push({ line: line.line, message: `Aynı kayıt ${earlier}. satırda da var.` });
      seen.set(key, line.line);
      read.push({ line, id: known.get(key)?.id ?? ids.uuid(), contact: parsed.data });
    }
    const backupOf = findBackups(before, read);
    for (const { line } of read) {
      const found = backupOf(line);
      if (typeof found === 'object' && found !== null)
        errors.push({ line: line.line, message: found.message });
    }
    if (errors.length > 0)
      return succeed({
        kind: 'refused',
        errors: errors.toSorted((a, b) => a.line - b.line).slice(0, mostErrors),
      });

    const counts = { added: 0, changed: 0, unchanged: 0 };
    for (const { line, id, contact } of read) {
      const backup = backupOf(line);
      const card = { ...contact, backupId: typeof backup === 'string' ? backup : null };
      const kept = known.get(keyOf(contact));
      if (kept !== undefined && isSame(kept, card)) counts.unchanged += 1;
      else {
        await work.append(fact(contactStream(id), 'contact.recorded', card));
        counts[kept === undefined ? 'added' : 'changed'] += 1;
      }
    }
    return succeed({ kind: 'imported', ...counts });
  });
}

function keyOf({ kind, name, department }: Pick<Contact, 'kind' | 'name' | 'department'>): string {
  return [kind, foldTurkish(name), foldTurkish(department)].join('|');
}

function inputOf({ kind, name, department, title, extension, directPhone, sip }: DirectoryLine) {
  return { kind, name, department, title, extension, directPhone, sip, backupId: null };
}

/** The id of a line's backup, null where it names none, or why it can't be told. */
function findBackups(before: readonly Contact[], read: readonly Read[]) {
  const idsByName = new Map<string, Set<string>>();
  for (const { id, name } of [...before, ...read.map(({ id, contact }) => ({ id, name: contact.name }))]) {
    const folded = foldTurkish(name);
    idsByName.set(folded, (idsByName.get(folded) ?? new Set()).add(id));
  }
  return ({ backup }: DirectoryLine): string | null | { readonly message: string } => {
    if (backup === '') return null;
    const [id, ...others] = idsByName.get(foldTurkish(backup)) ?? [];
    if (id === undefined) return { message: `Yedek rehberde yok: ${backup}.` };
    return others.length === 0 ? id : { message: `Yedek adı rehberde birden çok kez geçiyor: ${backup}.` };
  };
}

function isSame(kept: Contact, card: ContactInput): boolean {
  return (
    kept.name === card.name &&
    kept.department === card.department &&
    kept.title === card.title &&
    kept.extension === card.extension &&
    kept.directPhone === card.directPhone &&
    kept.sip === card.sip &&
    kept.backupId === card.backupId
  );
}
