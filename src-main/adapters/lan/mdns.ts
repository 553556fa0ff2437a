import { createSocket } from 'node:dgram';
import { Bonjour } from 'bonjour-service';

const mdnsPort = 5353;

/**
 * On a socket of ours: the library would throw into the void where it can't have the port.
 * @param interfaceAddress the one to use; all of them where it is left out
 */
export async function openMdns(interfaceAddress?: string): Promise<Bonjour> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  const { promise: bound, resolve, reject } = Promise.withResolvers<void>();
  socket.once('error', reject).bind(mdnsPort, () => resolve());
  await bound;
  const options = {
    type: 'udp4',
    socket,
    bind: false,
    ...(interfaceAddress && { interface: interfaceAddress }),
  };
  const mdns = new Bonjour(options, () => undefined);
  // What it waits for before it joins the group, and goes on joining as networks come up.
  socket.emit('listening');
  return mdns;
}
