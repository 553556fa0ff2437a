import { z } from 'zod';

/** The latest answer, over a power cut as well. */
export type LastGood<T> = {
  readonly read: () => { readonly value: T; readonly at: number } | undefined;
  readonly keep: (value: T, at: number) => void;
  readonly forget: () => void;
};

const envelope = z.object({ at: z.number(), value: z.unknown() });

/** @param name under which this browser keeps it. A kept answer of another version of Banko counts as none. */
export function keptLastGood<T>(name: string, schema: z.ZodType<T>): LastGood<T> {
  return {
    read: () => {
      const kept = envelope.safeParse(parse(localStorage.getItem(name)));
      const value = kept.success ? schema.safeParse(kept.data.value) : undefined;
      return kept.success && value?.success ? { value: value.data, at: kept.data.at } : undefined;
    },
    keep: (value, at) => localStorage.setItem(name, JSON.stringify({ at, value })),
    forget: () => localStorage.removeItem(name),
  };
}

/** For what must not outlive its page. */
export function keptNowhere<T>(): LastGood<T> {
  return { read: () => undefined, keep: () => {}, forget: () => {} };
}

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
