import type { z } from 'zod';

export type FieldMessages = Readonly<Record<string, string>>;

type CheckedInput<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly messages: FieldMessages };

/** What the contract itself says of an input, by field, before the core is asked. */
export function checkInput<T>(schema: z.ZodType<T>, candidate: unknown): CheckedInput<T> {
  const parsed = schema.safeParse(candidate);
  if (parsed.success) return { ok: true, input: parsed.data };
  const messages: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) messages[path.join('.')] ??= message;
  return { ok: false, messages };
}
