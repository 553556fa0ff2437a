import { z } from 'zod';
import { textSchema } from '../rules/texts.ts';

/** Notices and consents, one stream per code: all versions in all languages. */
export const textEntries = {
  /** A version, whole and for good. Records point at its number and the hash of its canonical text. */
  'text.published': z.strictObject({ text: textSchema }),
} as const;
