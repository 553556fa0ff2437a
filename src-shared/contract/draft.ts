import { z } from 'zod';
import { command, query } from './define.ts';
import { done, nothing } from './fields.ts';

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;

/** Half-written forms of a clerk are at most this long, in characters. */
export const longestDraft = 500_000;

/**
 * What a clerk has begun to write and not registered: kept in this PC's encrypted store alone, by user, so that it
 * outlives the window, the program and the power, and nobody else sees it. The screen alone knows what is in it.
 */
export const draftContract = {
  'draft.load': query({
    access: deskRoles,
    topics: [],
    input: nothing,
    output: z.strictObject({ body: z.string().nullable(), at: z.iso.datetime().nullable() }),
  }),
  'draft.save': command({
    access: deskRoles,
    /** Empty where nothing is left to keep. */
    input: z.strictObject({ body: z.string().max(longestDraft, 'Taslak çok uzun.') }),
    output: done,
  }),
} as const;
