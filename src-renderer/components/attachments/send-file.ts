import type { AttachmentTarget } from '../../../src-shared/contract/attachment.ts';
import type { CommandMethod, InputOf, OutputOf } from '../../../src-shared/contract/index.ts';
import type { Client } from '../../lib/client.ts';
import type { ScreenResult } from '../../lib/screen-result.ts';
import { sha256Hex, toBase64 } from './base64.ts';

type Sending = {
  readonly target: AttachmentTarget;
  readonly file: Blob;
  readonly name: string;
  readonly description: string;
  readonly isSpecialCategory: boolean;
  /** Bytes that are safe in the core. */
  readonly onMoved: (bytes: number) => void;
};

/** While the host does not answer: it may just be restarting. */
const patience = 5;
const pauseMs = 1_500;

/** Brings a file to the core slice by slice; what is there already, from an earlier try, is not sent again. */
export async function sendFile(
  client: Client,
  sending: Sending,
): Promise<ScreenResult<OutputOf<'attachment.finish'>>> {
  const { target, file, name, description, isSpecialCategory } = sending;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sha256 = await sha256Hex(bytes);
  const begun = await insist(client, 'attachment.begin', {
    ...{ target, name, size: bytes.length, sha256, description, isSpecialCategory },
  });
  if (!begun.ok) return begun;
  const { uploadId, sliceBytes, slices } = begun.value;
  for (let index = slices; index * sliceBytes < bytes.length; index += 1) {
    sending.onMoved(index * sliceBytes);
    const slice = bytes.subarray(index * sliceBytes, (index + 1) * sliceBytes);
    const taken = await insist(client, 'attachment.chunk', { uploadId, index, base64: toBase64(slice) });
    if (!taken.ok) return taken;
  }
  sending.onMoved(bytes.length);
  return insist(client, 'attachment.finish', { uploadId });
}

/** One intent, however often its answer is lost. */
async function insist<M extends CommandMethod>(
  client: Client,
  method: M,
  input: InputOf<M>,
): Promise<ScreenResult<OutputOf<M>>> {
  const commandId = crypto.randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const result = await client.call(method, input, commandId);
    if (result.ok || result.error.code !== 'host_unreachable' || attempt === patience) return result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
