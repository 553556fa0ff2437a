import {
  type AuditAct,
  type AuditRow,
  type auditContract,
  auditPageSize,
  longestAuditDays,
} from '../../../../src-shared/contract/audit.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import { auditEntries as auditSchemas } from '../../../../src-shared/ledger/other-entries.ts';
import { addDays, toEpochDay } from '../../../../src-shared/rules/local-day.ts';
import { classifyQuery } from '../../../../src-shared/text/query-kind.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { findApplications, findConsumers } from '../search/search.repo.ts';
import { listUsers } from '../session/users.repo.ts';
import { type AuditEntry, auditEntries, filesAndAttachmentsOf, subjectLabels } from './audit.repo.ts';
import { beginOf } from './begin-of-day.ts';
import { unusualService } from './unusual.service.ts';

type Services = { readonly db: Reader; readonly clock: Clock; readonly catalogue: Catalogue };

/** Who looked at whose data, and when (KVKK md. 12; Board decision 2018/63). */
export function auditService({ db, clock, catalogue }: Services): Handlers<keyof typeof auditContract> {
  return {
    'audit.search': async (_context, { from, to, userId, text, offset }) => {
      const days = toEpochDay(to) - toEpochDay(from);
      if (days < 0)
        return fail('invalid_input', [{ path: 'to', message: 'Bitiş günü başlangıçtan önce olamaz.' }]);
      if (days >= longestAuditDays)
        return fail('invalid_input', [{ path: 'from', message: 'En çok bir yıl birden aranabilir.' }]);
      const found = await auditEntries(db, {
        ...{ from: beginOf(from), until: beginOf(addDays(to, 1)), userId, offset },
        subjectIds: text === '' ? null : await idsOf(db, text),
        limit: auditPageSize + 1,
      });
      const page = found.slice(0, auditPageSize);
      const users = await listUsers(db);
      return succeed({
        rows: await rowsOf(db, page, text, new Map(users.map(({ id, displayName }) => [id, displayName]))),
        hasMore: found.length > auditPageSize,
        people: users.map(({ id, displayName }) => ({ id, displayName })),
      });
    },
    ...unusualService({ db, clock, catalogue }),
  };
}

/** Everything that is meant: who is searched, and the files of theirs. */
async function idsOf(db: Reader, text: string): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const kind of classifyQuery(text)) {
    for (const { id } of await findApplications(db, kind)) ids.add(id);
    for (const { id } of await findConsumers(db, kind)) ids.add(id);
  }
  return [...ids, ...(await filesAndAttachmentsOf(db, [...ids]))];
}

async function rowsOf(
  db: Reader,
  entries: readonly AuditEntry[],
  typed: string,
  names: ReadonlyMap<string, string>,
): Promise<AuditRow[]> {
  const told = entries.flatMap((entry) => toldBy(entry) ?? []);
  const labels = await subjectLabels(db, [...new Set(told.flatMap(({ subjectIds }) => subjectIds))], typed);
  return told.map(({ entry, act, subjectKind, subjectIds, disclosure = null, reveal = null }) => ({
    ...{ id: entry.id, at: entry.at, actor: names.get(entry.actor) ?? entry.actor, act, disclosure, reveal },
    subjects: subjectIds.map((id) => ({
      ...{ kind: subjectKind, id, label: '', applicationId: null },
      ...labels.get(id),
    })),
  }));
}

type Told = Pick<AuditRow, 'act'> &
  Partial<Pick<AuditRow, 'disclosure' | 'reveal'>> & {
    readonly entry: AuditEntry;
    readonly subjectKind: AuditRow['subjects'][number]['kind'];
    readonly subjectIds: readonly string[];
  };

const openings = {
  application: 'opened_application',
  consumer: 'opened_consumer',
  attachment: 'opened_attachment',
} as const satisfies Record<string, AuditAct>;

/** Undefined for what a newer version wrote. */
function toldBy(entry: AuditEntry): Told | undefined {
  const payload: unknown = JSON.parse(entry.payload ?? 'null');
  const viewed = auditSchemas['audit.viewed'].safeParse(payload).data;
  if (entry.type === 'audit.viewed' && viewed !== undefined) {
    const { subjectKind, subjectIds } = viewed;
    return { entry, act: openings[subjectKind], subjectKind, subjectIds };
  }
  const disclosed = auditSchemas['audit.disclosed'].safeParse(payload).data;
  if (entry.type === 'audit.disclosed' && disclosed !== undefined) {
    const { consumerId, ticketId: _, ...disclosure } = disclosed;
    return { entry, act: 'disclosed', subjectKind: 'consumer', subjectIds: [consumerId], disclosure };
  }
  const revealed = auditSchemas['audit.revealed'].safeParse(payload).data;
  if (entry.type === 'audit.revealed' && revealed !== undefined) {
    const { subjectKind, subjectId, ...reveal } = revealed;
    return { entry, act: 'revealed', subjectKind, subjectIds: [subjectId], reveal };
  }
  const noted = auditSchemas['audit.noted'].safeParse(payload).data;
  if (entry.type === 'audit.noted' && noted !== undefined)
    return { entry, act: 'noted', subjectKind: 'consumer', subjectIds: [] };
  const session = auditSchemas['audit.session'].safeParse(payload).data;
  if (entry.type !== 'audit.session' || session === undefined) return undefined;
  return { entry, act: session.event, subjectKind: 'consumer', subjectIds: [] };
}
