import { toChromium, toElectron } from './addresses.ts';
import type { CdpResult, CdpSession } from './cdp.ts';
import { type DoubleSession, privilegedSchemes } from './session.ts';

export type PageRequests = {
  /** The program itself is about to load this address: nobody is asked. */
  readonly expect: (url: string) => void;
};

type Navigation = { readonly url: string; readonly isMainFrame: boolean; readonly frameId: string };

/**
 * Every request of a page: an own scheme is answered by its handler, a navigation that the page began is put before
 * `mayNavigate`, all others go on.
 */
export async function servePage(
  cdp: CdpSession,
  mainFrameId: string,
  session: DoubleSession,
  mayNavigate: (navigation: Navigation) => boolean,
): Promise<PageRequests> {
  const expected = new Set<string>();
  cdp.on('Fetch.requestPaused', (params) => void answer(params).catch(() => undefined));
  await cdp.ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] });

  async function answer({ requestId, request, resourceType, frameId }: CdpResult): Promise<void> {
    const asked = request as {
      readonly url: string;
      readonly method: string;
      readonly headers: Readonly<Record<string, string>>;
    };
    const url = toElectron(asked.url);
    const isMainFrame = frameId === mainFrameId;
    if (resourceType === 'Document') {
      const isExpected = isMainFrame && expected.delete(url);
      if (!isExpected && !mayNavigate({ url, isMainFrame, frameId: String(frameId) })) {
        await cdp.ask('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
    }
    const handler = session.protocol.handlerOf(url);
    if (handler === undefined) {
      await cdp.ask('Fetch.continueRequest', { requestId });
      return;
    }
    const response = await handler(new Request(url, { method: asked.method, headers: asked.headers }));
    await cdp.ask('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({
        name,
        value: name === 'content-security-policy' ? inChromiumsWords(value) : value,
      })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }

  return { expect: (url) => void expected.add(new URL(url).href) };
}

/** A policy may name an own scheme's origin. */
function inChromiumsWords(policy: string): string {
  return policy
    .split(' ')
    .map((word) => toChromium(word, privilegedSchemes))
    .join(' ');
}
