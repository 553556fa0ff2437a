import type { AttachmentStore, UpstreamResult } from '../ports.ts';

const none = async (): Promise<UpstreamResult<never>> => ({ ok: false, failure: { kind: 'unreachable' } });

/** An upstream that keeps no files: they are the CRM's business, and no other PC is asked for one. */
export const withoutAttachments: AttachmentStore = { state: none, send: none, content: none };
