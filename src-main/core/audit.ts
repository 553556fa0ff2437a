import { fact, type PayloadOf } from '../../src-shared/ledger/entry-types.ts';
import { type Context, userOf } from './handler.ts';
import type { Clock } from './ports.ts';
import type { Writer } from './write.ts';

type View = PayloadOf<'audit.viewed'>;

/** Records that a person's data was looked at (KVKK md. 12; Board decision 2018/63). */
export type Audit = {
  readonly viewed: (context: Context, view: View) => Promise<void>;
};

/**
 * A screen that refetches what is open is still the same look, for so long from the first one: a file that
 * stays open for hours is on record as long as it stays open.
 */
const sameLookMinutes = 15;

export function createAudit(writer: Writer, clock: Clock): Audit {
  const begun = new Map<string, number>();

  function forgetOldLooks(): void {
    for (const [key, at] of begun) if (clock.now() - at >= sameLookMinutes * 60_000) begun.delete(key);
  }

  return {
    viewed: async (context, view) => {
      const user = userOf(context);
      const keyOf = (id: string) => `${context.caller.window}/${user.id}/${view.subjectKind}/${id}`;
      forgetOldLooks();
      const subjectIds = view.subjectIds.filter((id) => !begun.has(keyOf(id)));
      if (subjectIds.length > 0)
        await writer.write(user.id, async (work) => {
          await work.append(fact({ kind: 'audit', id: user.id }, 'audit.viewed', { ...view, subjectIds }));
          return { ok: true, value: null };
        });
      // Only after the commit: a look whose record failed was refused, and the next try is a new one.
      for (const id of subjectIds) begun.set(keyOf(id), clock.now());
    },
  };
}
