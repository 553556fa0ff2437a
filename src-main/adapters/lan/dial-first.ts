import type { LanAddress } from '../../core/lan-port.ts';
import { type Dialled, unreachable } from './dial.ts';
import { maxAddresses, nextAddressMs } from './limits.ts';
import { pause } from './pause.ts';

/**
 * Tries several addresses, each a little later than the one before, and takes the first that opens; the
 * others are given up. Where none opens, "not trusted" is said by somebody and so tells more than silence.
 */
export async function dialFirst(
  addresses: readonly LanAddress[],
  dialOne: (address: LanAddress, signal: AbortSignal) => Promise<Dialled>,
  signal: AbortSignal,
): Promise<Dialled> {
  const over = new AbortController();
  const giveUp = () => over.abort();
  const { promise, resolve } = Promise.withResolvers<Dialled>();

  async function tryOne(address: LanAddress, index: number): Promise<Dialled> {
    await pause(index * nextAddressMs, over.signal);
    const dialled = over.signal.aborted ? unreachable : await dialOne(address, over.signal);
    if (!dialled.ok) return dialled;
    if (over.signal.aborted) dialled.socket.terminate();
    else resolve(dialled);
    giveUp();
    return dialled;
  }

  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();
  const tries = await Promise.race([promise, Promise.all(addresses.slice(0, maxAddresses).map(tryOne))]);
  signal.removeEventListener('abort', giveUp);
  if ('ok' in tries) return tries;
  return tries.find((one) => !one.ok && one.failure.kind === 'not_trusted') ?? unreachable;
}
