import { z } from 'zod';

const word = z.string().min(1).max(200);
const deskEntry = z.strictObject({ deskCode: word, deskName: word });

/** The silent help button of a desk; one stream a call. */
export const helpEntries = {
  'help.called': deskEntry,
  /** By the desk from which somebody comes. */
  'help.answered': deskEntry,
  'help.taken_back': z.strictObject({}),
} as const;
