import { fact, type PayloadOf } from '../../src-shared/ledger/entry-types.ts';
import { type Context, userOf } from './handler.ts';
import type { Clock } from './ports.ts';
import type { Writer } from './write.ts';

type View = PayloadOf<'audit.viewed'>;

/** Records that a person's data was looked at (KVKK md. 12; Board decision 2018/63). */
export type Audit = {
  readonly viewed: (context: Context, view: View) => Promise<void>;
};

/** A screen that refetches what is open is still the same look. */
const sameLookMinutes = 15;

export function createAudit(writer: Writer, clock: Clock): Audit {
  const latest = new Map<string, number>();

  function isNewLook(key: string): boolean {
    const now = clock.now();
    const before = latest.get(key);
    for (const [known, at] of latest) if (now - at > sameLookMinutes * 60_000) latest.delete(known);
    latest.set(key, now);
    return before === undefined || now - before > sameLookMinutes * 60_000;
  }

  return {
    viewed: async (context, view) => {
      const user = userOf(context);
      const subjectIds = view.subjectIds.filter((id) =>
        isNewLook(`${context.caller.window}/${user.id}/${view.subjectKind}/${id}`),
      );
      if (subjectIds.length === 0) return;
      await writer.write(user.id, async (work) => {
        await work.append(fact({ kind: 'audit', id: user.id }, 'audit.viewed', { ...view, subjectIds }));
        return { ok: true, value: null };
      });
    },
  };
}
