import { type RevealField, revealMinutes } from '../../../../src-shared/rules/field-access.ts';
import type { Context } from '../../handler.ts';
import type { Clock } from '../../ports.ts';

export type Subject = { readonly kind: 'application' | 'consumer'; readonly id: string };
export type Revealed = { readonly fields: readonly RevealField[]; readonly until: string };

export type Reveals = {
  /** @param until ISO instant */
  readonly opened: (
    context: Context,
    subject: Subject,
    fields: readonly RevealField[],
    until: string,
  ) => void;
  readonly closed: (context: Context, subject: Subject) => void;
  /** What is shown whole to this window now, up to when the first of it is masked again; null where nothing is. */
  readonly of: (context: Context, subject: Subject) => Revealed | null;
  /** ISO instant until which something is shown that is revealed now. */
  readonly end: () => string;
};

/** What is shown whole to which window, by what was put on record. In memory: a start masks everything. */
export function createReveals(clock: Clock): Reveals {
  const open = new Map<string, ReadonlyMap<RevealField, string>>();

  function keyOf({ caller, session }: Context, { kind, id }: Subject): string {
    return `${caller.window}/${session?.user.id ?? ''}/${kind}/${id}`;
  }
  function stillOpen(fields: ReadonlyMap<RevealField, string>): ReadonlyMap<RevealField, string> {
    return new Map([...fields].filter(([, until]) => Date.parse(until) > clock.now()));
  }

  return {
    opened: (context, subject, fields, until) => {
      for (const [key, known] of open) if (stillOpen(known).size === 0) open.delete(key);
      const key = keyOf(context, subject);
      const before = stillOpen(open.get(key) ?? new Map());
      open.set(key, new Map([...before, ...fields.map((field) => [field, until] as const)]));
    },
    closed: (context, subject) => {
      open.delete(keyOf(context, subject));
    },
    of: (context, subject) => {
      const fields = stillOpen(open.get(keyOf(context, subject)) ?? new Map());
      const [until] = [...fields.values()].toSorted();
      return until === undefined ? null : { fields: [...fields.keys()], until };
    },
    end: () => new Date(clock.now() + revealMinutes * 60_000).toISOString(),
  };
}
