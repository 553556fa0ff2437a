import { randomBytes } from 'node:crypto';
import type { Sealer } from '../../core/seal-port.ts';
import { patienceMs } from './post-query.ts';

/** A token with the chain of its authority has 2 to 8 KB. */
const tokenBytes = 12 * 1024;

/** Loaded with the first seal: a morning's start does not wait for it. */
export function createSealer(patience = patienceMs): Sealer {
  return {
    makeIdentity: async (organisation, now) =>
      (await import('./make-identity.ts')).makeIdentity(organisation, now),

    readIdentity: async (pfx, password, now) => (await import('./read-pfx.ts')).readPfx(pfx, password, now),

    seal: async (pdf, identity, about) =>
      (await import('./seal-pdf.ts')).sealPdf(pdf, identity, about, tokenBytes),

    timestamp: async (sealed, server) => {
      const { askTimestamp } = await import('./ask-timestamp.ts');
      const { putTimestamp, valueToStamp } = await import('./stamp-pdf.ts');
      const asked = await askTimestamp(valueToStamp(sealed), server, patience);
      if (!asked.ok) return asked;
      const pdf = putTimestamp(sealed, asked.token);
      if (pdf === undefined) return { ok: false, trouble: 'timestamp_no_room' };
      return { ok: true, pdf, at: asked.at, authority: asked.authority };
    },

    tryServer: async (server) => {
      const { askTimestamp } = await import('./ask-timestamp.ts');
      const asked = await askTimestamp(randomBytes(32), server, patience);
      return asked.ok ? { ok: true, at: asked.at, authority: asked.authority } : asked;
    },
  };
}
