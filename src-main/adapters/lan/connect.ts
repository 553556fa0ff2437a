import type { Fingerprint, LanConnecting, LanConnection } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import { type Channel, openChannel } from './channel.ts';
import { type Dialled, dial } from './dial.ts';
import { dialFirst } from './dial-first.ts';
import type { LanIdentity } from './identity.ts';
import { firstRetryMs, longestRetryMs, stableAfterMs } from './limits.ts';
import { pause } from './pause.ts';
import { createPending } from './pending.ts';
import { decode, encode, fromListenerSchema, paths } from './wire.ts';

type State = Parameters<LanConnecting['onState']>[0];

/** A connection that is made again for ever, until it is closed. */
export function keepConnected(
  identityOf: () => Promise<LanIdentity>,
  { addresses, fingerprint, onMessage, onState }: LanConnecting,
  log: Logger,
): LanConnection {
  const closed = new AbortController();
  const pending = createPending();
  let channel: Channel | undefined;
  let state: State | undefined;

  function tell(next: State): void {
    if (state === next || closed.signal.aborted) return;
    state = next;
    onState(next);
  }

  function take(text: string): void {
    const message = decode(fromListenerSchema, text);
    if (message === undefined) channel?.cut();
    else if ('push' in message) onMessage(message.push);
    else if (message.ok) pending.settle(message.id, { ok: true, value: message.body });
    else pending.settle(message.id, { ok: false, failure: { kind: 'failed' } });
  }

  function onText(text: string): void {
    try {
      take(text);
    } catch (cause) {
      log.error('lan.message', {}, cause);
    }
  }

  /** Resolves when the connection is over, with whether it lasted. */
  async function use({ socket, wire }: Extract<Dialled, { ok: true }>): Promise<boolean> {
    const openedAt = performance.now();
    const { promise, resolve } = Promise.withResolvers<void>();
    channel = openChannel(socket, wire, { onText, onClosed: resolve });
    if (closed.signal.aborted) channel.cut();
    tell('connected');
    await promise;
    channel = undefined;
    pending.giveUpAll();
    tell('unreachable');
    return performance.now() - openedAt > stableAfterMs;
  }

  async function tryOnce(): Promise<boolean> {
    const identity = await identityOf();
    const accepts = (peer: Fingerprint) => peer === fingerprint;
    const dialled = await dialFirst(
      addresses(),
      (address, signal) => dial({ identity, address, path: paths.link, accepts }, signal),
      closed.signal,
    );
    if (dialled.ok) return use(dialled);
    tell(dialled.failure.kind);
    return false;
  }

  function report(cause: unknown): boolean {
    log.error('lan.connect', {}, cause);
    tell('unreachable');
    return false;
  }

  async function goOn(): Promise<void> {
    let failed = 0;
    while (!closed.signal.aborted) {
      const lasted = await tryOnce().catch(report);
      failed = lasted ? 0 : failed + 1;
      await pause(retryAfterMs(failed), closed.signal);
    }
  }

  void goOn();
  return {
    request: async (path, body, timeoutMs) => {
      if (channel === undefined)
        return { ok: false, failure: { kind: state === 'not_trusted' ? 'not_trusted' : 'unreachable' } };
      const { id, answer } = pending.open(timeoutMs);
      channel.send(encode({ id, path, body }));
      return answer;
    },
    close: () => {
      closed.abort();
      channel?.cut();
      pending.giveUpAll();
    },
  };
}

/** A random part of it keeps the PCs of a branch from coming all at once when their hub is back. */
function retryAfterMs(failed: number): number {
  const most = Math.min(longestRetryMs, firstRetryMs * 2 ** failed);
  return most * (1 - Math.random() / 2);
}
