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

  function forgetOldLooks(): void {
    for (const [key, at] of latest) if (clock.now() - at > sameLookMinutes * 60_000) latest.delete(key);
  }

  return {
    viewed: async (context, view) => {
      const user = userOf(context);
      const keyOf = (id: string) => `${context.caller.window}/${user.id}/${view.subjectKind}/${id}`;
      forgetOldLooks();
      const subjectIds = view.subjectIds.filter((id) => !latest.has(keyOf(id)));
      if (subjectIds.length > 0)
        await writer.write(user.id, async (work) => {
          await work.append(fact({ kind: 'audit', id: user.id }, 'audit.viewed', { ...view, subjectIds }));
          return { ok: true, value: null };
        });
      // Only after the commit: a look whose record failed was refused, and the next try is a new one.
      for (const id of view.subjectIds) latest.set(keyOf(id), clock.now());
    },
  };
}
