import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

export type TestPrinter = {
  readonly port: number;
  /** What each connection sent until it was ended: one job each. */
  readonly jobs: readonly Buffer[];
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
};

/** A network printer on loopback: takes a job, hangs up when all of it is there. */
export async function startPrinter(): Promise<TestPrinter> {
  const jobs: Buffer[] = [];
  let server = await listen(0, (socket) => take(socket, jobs));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    jobs,
    goAway: () => close(server),
    comeBack: async () => {
      server = await listen(port, (socket) => take(socket, jobs));
    },
  };
}

function take(socket: Socket, jobs: Buffer[]): void {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('end', () => {
    jobs.push(Buffer.concat(chunks));
    socket.end();
  });
}

async function listen(port: number, onSocket: (socket: Socket) => void): Promise<Server> {
  const server = createServer({ allowHalfOpen: true }, onSocket);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  await closed;
}
