import type { z } from 'zod';
import { fieldIn } from '../../i18n/in-language.ts';
import type { Language } from '../../lib/preferences.ts';

export type FieldMessages = Readonly<Record<string, string>>;

type CheckedInput<T> =
  | { readonly ok: true; readonly input: T }
  | { readonly ok: false; readonly messages: FieldMessages };

/** What the contract itself says of an input, by field, before the core is asked. */
export function checkInput<T>(schema: z.ZodType<T>, candidate: unknown, language: Language): CheckedInput<T> {
  const parsed = schema.safeParse(candidate);
  if (parsed.success) return { ok: true, input: parsed.data };
  const messages: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const { path, message } = fieldIn(language, { path: issue.path.join('.'), message: issue.message });
    messages[path] ??= message;
  }
  return { ok: false, messages };
}
