import { errorSentences } from '../../../src-shared/contract/errors.ts';
import { attachmentLimits } from '../../../src-shared/rules/attachment.ts';
import type { Client } from '../../lib/client.ts';
import type { ScreenFailure, ScreenResult } from '../../lib/screen-result.ts';
import { fromBase64, sha256Hex } from './base64.ts';

/** So often it is asked again whether a file that is on its way has come: about two minutes. */
const longestWait = 80;
const pauseMs = 1_500;

/** The whole file, its digest checked once more. Gives up quietly where `signal` says that nobody waits any more. */
export async function readWhole(
  client: Client,
  attachmentId: string,
  signal: AbortSignal,
): Promise<ScreenResult<Blob>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let waits = 0;
  for (let offset = 0; ; ) {
    const slice = await client.call('attachment.read', {
      ...{ attachmentId, offset, length: attachmentLimits.slice },
    });
    if (signal.aborted) return { ok: false, error: gone };
    if (!slice.ok) {
      waits += 1;
      if (slice.error.code !== 'attachment_on_its_way' || waits > longestWait) return slice;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      continue;
    }
    const { size, mediaType, sha256 } = slice.value;
    const bytes = fromBase64(slice.value.base64);
    parts.push(bytes);
    offset += bytes.length;
    if (offset < size && bytes.length > 0) continue;
    const blob = new Blob(parts, { type: mediaType });
    return (await sha256Hex(await blob.arrayBuffer())) === sha256
      ? { ok: true, value: blob }
      : { ok: false, error: damaged };
  }
}

const gone: ScreenFailure = { code: 'not_found', message: '' };
const damaged: ScreenFailure = {
  code: 'attachment_damaged',
  message: errorSentences.attachment_damaged,
};
