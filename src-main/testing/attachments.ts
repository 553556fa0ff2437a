import { createHash, randomBytes } from 'node:crypto';
import type { AttachmentTarget } from '../../src-shared/contract/attachment.ts';
import type { Result } from '../../src-shared/contract/errors.ts';
import type { InputOf, Method, OutputOf } from '../../src-shared/contract/index.ts';

type Caller = {
  readonly call: <M extends Method>(method: M, input: InputOf<M>) => Promise<Result<OutputOf<M>>>;
};

export type GivenFile = {
  readonly name: string;
  readonly content: Buffer;
  readonly description?: string;
  readonly isSpecialCategory?: boolean;
  /** Where it is not that of the content. */
  readonly sha256?: string;
};

/** A PDF by its first bytes, and of that length. */
export function aPdf(size: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]).subarray(0, size);
}

export function sha256Of(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Sends what is missing of the file, up to that slice, as the screen does. */
export async function sendSlices(
  caller: Caller,
  target: AttachmentTarget,
  file: GivenFile,
  upTo = Number.POSITIVE_INFINITY,
): Promise<Result<{ uploadId: string; sent: number }>> {
  const begun = await caller.call('attachment.begin', {
    target,
    name: file.name,
    size: file.content.length,
    sha256: file.sha256 ?? sha256Of(file.content),
    description: file.description ?? '',
    isSpecialCategory: file.isSpecialCategory ?? false,
  });
  if (!begun.ok) return begun;
  const { uploadId, slices, sliceBytes } = begun.value;
  const count = Math.min(upTo, Math.ceil(file.content.length / sliceBytes));
  for (let index = slices; index < count; index += 1) {
    const bytes = file.content.subarray(index * sliceBytes, (index + 1) * sliceBytes);
    const taken = await caller.call('attachment.chunk', {
      uploadId,
      index,
      base64: bytes.toString('base64'),
    });
    if (!taken.ok) return taken;
  }
  return { ok: true, value: { uploadId, sent: count - slices } };
}

export async function addFile(
  caller: Caller,
  target: AttachmentTarget,
  file: GivenFile,
): Promise<Result<OutputOf<'attachment.finish'>>> {
  const sent = await sendSlices(caller, target, file);
  return sent.ok ? caller.call('attachment.finish', { uploadId: sent.value.uploadId }) : sent;
}

/** The whole file, slice by slice; where it has to be fetched, `caller` asks again until it is there. */
export async function readFile(caller: Caller, attachmentId: string): Promise<Result<Buffer>> {
  const parts: Buffer[] = [];
  for (let offset = 0, size = 1; offset < size; ) {
    const slice = await caller.call('attachment.read', { attachmentId, offset, length: 256 * 1024 });
    if (!slice.ok) return slice;
    const bytes = Buffer.from(slice.value.base64, 'base64');
    parts.push(bytes);
    offset += bytes.length;
    size = slice.value.size;
  }
  return { ok: true, value: Buffer.concat(parts) };
}
