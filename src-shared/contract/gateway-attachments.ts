import { z } from 'zod';

/**
 * How the bytes of attachments travel between a counter and the gateway, beside the entries. What a file is (size,
 * SHA-256, whether it was withdrawn) stands in its entry alone, so bytes are taken only for a file whose
 * `attachment.added` the gateway holds, and only from the branch that wrote it.
 *
 * - `GET /v1/attachments/:id` answers the state below. `not_found`: no such entry (yet); `other_branch`.
 * - `PUT /v1/attachments/:id?offset=<n>` with raw bytes as `application/octet-stream`, at most `gatewaySliceBytes`:
 *   takes what lies above `received` and answers the state, so a slice whose reply was lost may come again, and one
 *   from beyond `received` changes nothing. With the last byte the SHA-256 is compared; where it is another,
 *   everything is dropped and the answer is `wrong_content`: begin again.
 * - `GET /v1/attachments/:id/content?offset=<n>&length=<n>` gives raw bytes of a complete file; `not_found` else.
 */
export const gatewaySliceBytes = 1024 * 1024;

export const gatewayAttachmentSchema = z.strictObject({
  id: z.uuid(),
  /** Bytes of the whole file, as its entry says. */
  size: z.int().positive(),
  /** Bytes that are durable, from the beginning without a hole. */
  received: z.int().nonnegative(),
  /** All of them, and the SHA-256 is that of the entry. */
  isComplete: z.boolean(),
  /** Its entry was withdrawn: nothing is kept, nothing is taken. */
  isWithdrawn: z.boolean(),
});
export type GatewayAttachment = z.infer<typeof gatewayAttachmentSchema>;
