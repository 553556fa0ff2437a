import { z } from 'zod';

/** Written on the stream of the application that the file belongs to; the bytes travel beside the ledger. */
export const attachmentEntries = {
  /** The whole file is safe on the writer's disk and its digest was verified. */
  'attachment.added': z.strictObject({
    attachmentId: z.uuid(),
    name: z.string().min(1).max(120),
    mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]{1,80}$/),
    /** Bytes of the file as it was given. */
    size: z.int().positive(),
    /** Of the same bytes, as hex. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** What it is, in words; may be empty. */
    description: z.string().max(200),
    /** KVKK md. 6: health, religion, a criminal record … */
    isSpecialCategory: z.boolean(),
  }),
  /** Added by mistake: the name stays in the history, the bytes are deleted wherever they are. */
  'attachment.withdrawn': z.strictObject({
    attachmentId: z.uuid(),
    reason: z.string().min(1).max(300),
  }),
} as const;
