import { dial } from '../../adapters/lan/dial.ts';
import type { Branch, Hub, Pc } from './branch.ts';

/** A trusted PC that says to the hub what it likes. */
export async function openRogue(branch: Branch, { identity }: Pc, { address, trusted }: Hub) {
  trusted.add(identity.fingerprint);
  const { signal } = new AbortController();
  const dialled = await dial({ identity, address, path: '/', accepts: () => true }, signal);
  if (!dialled.ok) throw new Error(dialled.failure.kind);
  const { socket, wire } = dialled;
  socket.on('error', () => socket.terminate());
  socket.resume();
  branch.cleanUp(() => socket.terminate());
  return { socket, wire };
}
