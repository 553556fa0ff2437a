import type { Fingerprint, LanListener, LanServing } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import { type Channel, openChannel } from './channel.ts';
import { openGate, type Visitor } from './gate.ts';
import type { LanIdentity } from './identity.ts';
import { lastAnswersMs, maxConnectionsPerKey } from './limits.ts';
import { createPairingDesk } from './pair-listen.ts';
import { pause } from './pause.ts';
import { type ServedLink, serveLink } from './serve-link.ts';
import { encode } from './wire.ts';

export async function startListening(
  identity: LanIdentity,
  serving: LanServing,
  log: Logger,
): Promise<LanListener> {
  /** Of each key its connections, the oldest first. */
  const channels = new Map<Fingerprint, Set<Channel>>();
  const links = new Set<ServedLink>();
  const desk = createPairingDesk(identity.fingerprint, serving, log);

  function receive({ peer, socket, wire }: Visitor): void {
    const link = serveLink(peer, serving, log);
    links.add(link);
    const channel = openChannel(socket, wire, {
      onText: (text) => link.onText(text, channel),
      onClosed: () => {
        forget(peer, channel);
        void link.settled().then(() => links.delete(link));
      },
    });
    const own = channels.get(peer) ?? new Set();
    channels.set(peer, own.add(channel));
    const [oldest = channel] = own;
    if (own.size > maxConnectionsPerKey) cut(peer, oldest);
  }

  function cut(peer: Fingerprint, channel: Channel): void {
    forget(peer, channel);
    channel.cut();
  }

  function forget(peer: Fingerprint, channel: Channel): void {
    const own = channels.get(peer);
    own?.delete(channel);
    if (own?.size === 0) channels.delete(peer);
  }

  function disconnect(peer: Fingerprint): void {
    for (const channel of channels.get(peer) ?? []) cut(peer, channel);
  }

  /** What is answered in a moment still reaches whoever has asked. */
  async function endAll(): Promise<void> {
    await Promise.all([...links].map((link) => link.settled()));
    await Promise.all([...channels.values()].flatMap((own) => [...own]).map((channel) => channel.end()));
  }

  const gate = await openGate(
    identity,
    serving.port,
    {
      isTrusted: serving.isTrusted,
      isPairing: () => serving.pairingCode() !== null,
      onLink: receive,
      onPair: desk.receive,
    },
    log,
  );

  return {
    port: gate.port,
    tell: (pcs, message) => {
      const text = encode({ push: message });
      for (const peer of pcs) {
        if (!serving.isTrusted(peer)) disconnect(peer);
        else for (const channel of channels.get(peer) ?? []) channel.send(text);
      }
    },
    connected: () => [...channels.keys()],
    disconnect,
    close: async () => {
      await Promise.race([endAll(), pause(lastAnswersMs, new AbortController().signal)]);
      for (const peer of channels.keys()) disconnect(peer);
      await gate.close();
      await Promise.all([desk.settled(), ...[...links].map((link) => link.settled())]);
    },
  };
}
