import { createHash, randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { freePort } from '../../src-main/testing/free-port.ts';
import { contract } from '../../src-shared/contract/index.ts';
import type { ScreenKind } from '../../src-shared/ledger/screen-entries.ts';
import { screenUrl } from '../../src-shared/text/screen-url.ts';
import { callHost } from './wire.ts';
import type { Workplace } from './workplace.ts';

export type ScreensOfWorkplace = {
  /** `http://127.0.0.1:<port>` */
  readonly base: string;
  /** As an administrator adds one; gives the link that opens it. */
  readonly add: (kind: ScreenKind, name: string, roomCode?: string) => Promise<AddedScreen>;
  readonly withdraw: (screen: AddedScreen) => Promise<void>;
};
export type AddedScreen = { readonly id: string; readonly link: string };

/** Serves screens on a free port. An administrator has to be signed in on the wire. */
export async function serveScreens(workplace: Workplace): Promise<ScreensOfWorkplace> {
  const port = await freePort();
  await callHost(workplace, 'screen.setServer', { isOn: true, port, host: null });
  await expect.poll(() => stateOf(workplace)).toBe('listening');
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    add: async (kind, name, roomCode) => {
      const token = randomBytes(32).toString('base64url');
      const tokenHash = createHash('sha256').update(token).digest('hex');
      const input = { kind, name, roomCode: roomCode ?? null, tokenHash };
      const { output } = contract['screen.add'];
      const { screenId } = output.parse(await callHost(workplace, 'screen.add', input));
      return { id: screenId, link: screenUrl(base, kind, token) };
    },
    withdraw: async ({ id }) => {
      await callHost(workplace, 'screen.withdraw', { screenId: id });
    },
  };
}

async function stateOf(workplace: Workplace): Promise<string> {
  const answer = await callHost(workplace, 'screen.address', {});
  return contract['screen.address'].output.parse(answer).state;
}
