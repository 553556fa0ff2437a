import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What our own printers ask, written out: `DLE EOT 2`, `DLE EOT 4`, and `GS r 1` at the end. */
const question = Buffer.of(0x10, 0x04, 2, 0x10, 0x04, 4);
const lastQuestion = Buffer.of(0x1d, 0x72, 1);
/** The cut that ends a slip. */
const cut = Buffer.of(0x1d, 0x56, 66, 0);

export type Sink = {
  readonly port: number;
  /** Resolves with the moment at which the last byte of the next job has come, and its length. */
  readonly nextJob: () => Promise<{ readonly at: number; readonly bytes: number }>;
  readonly close: () => void;
};

/** A network printer on loopback. @param answers whether it says how it is, as most do */
export async function openSink(answers: boolean): Promise<Sink> {
  let arrived: ((job: { readonly at: number; readonly bytes: number }) => void) | undefined;
  const server: Server = createServer({ allowHalfOpen: true }, take);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    nextJob: () =>
      new Promise((resolve) => {
        arrived = resolve;
      }),
    close: () => server.close(),
  };

  function take(socket: Socket): void {
    const chunks: Buffer[] = [];
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('data', (chunk) => {
      if (answers && chunk.equals(question)) {
        socket.write(Buffer.of(0x12, 0x12));
        return;
      }
      chunks.push(chunk);
      const job = Buffer.concat(chunks);
      const end = answers ? Buffer.concat([cut, lastQuestion]) : cut;
      if (!job.subarray(-end.length).equals(end)) return;
      arrived?.({ at: performance.now(), bytes: job.length });
      if (answers) socket.write(Buffer.of(0));
    });
  }
}

/** A job of that size over a connection of its own, without anything before or around it. */
export async function writePlainly(sink: Sink, bytes: number): Promise<number> {
  const job = sink.nextJob();
  const from = performance.now();
  const socket = connect({ host: '127.0.0.1', port: sink.port });
  socket.setNoDelay(true);
  socket.end(Buffer.concat([Buffer.alloc(bytes - cut.length, 0x41), cut]));
  const { at } = await job;
  socket.destroy();
  return at - from;
}
