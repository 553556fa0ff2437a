import type { Topic } from '../../src-shared/contract/define.ts';
import type { InputOf, Method, OutputOf } from '../../src-shared/contract/index.ts';
import { bridge, makeBridgeClient } from './bridge-client.ts';
import { makeHttpClient } from './http-client.ts';
import type { ScreenResult } from './screen-result.ts';

export type Announcement = { readonly seq: number; readonly topics: readonly Topic[] };

/** The screen's one way to the core. A call never rejects: every outcome is a value. */
export type Client = {
  readonly call: <M extends Method>(
    method: M,
    input: InputOf<M>,
    commandId?: string,
  ) => Promise<ScreenResult<OutputOf<M>>>;
  /** Returns what unsubscribes. */
  readonly onChanged: (listener: (announcement: Announcement) => void) => () => void;
};

/** Electron's preload where there is one, else the web host that served this page. */
export function makeClient(): Client {
  const preload = bridge();
  return preload === undefined ? makeHttpClient() : makeBridgeClient(preload);
}
