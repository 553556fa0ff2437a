import { connect, createServer, type Socket } from 'node:net';
import type { LanAddress } from '../../core/lan-port.ts';

export type Line = {
  readonly address: LanAddress;
  /** What went to the target, a buffer for each connection. */
  readonly recorded: () => readonly Buffer[];
  /** From now on nothing passes and nobody is told, as behind a switch without power. */
  readonly freeze: () => void;
  /** Loses what the target answers, and lets what it is sent pass. */
  readonly loseAnswers: () => void;
  /** Ends what there is, and lets new connections pass. */
  readonly mend: () => void;
  readonly close: () => Promise<void>;
};

/** A cable between two PCs that can be tapped and cut. */
export async function openLine(target: LanAddress): Promise<Line> {
  const sockets = new Set<Socket>();
  const recorded: Buffer[][] = [];
  let passes = { there: true, back: true };

  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }

  const server = createServer((near) => {
    const far = connect(target);
    const tape: Buffer[] = [];
    recorded.push(tape);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (bytes) => {
      tape.push(bytes);
      if (passes.there) far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (passes.back) near.write(bytes);
    });
    near.on('close', () => passes.there && far.destroy());
    far.on('close', () => passes.back && near.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The line has no port');

  return {
    address: { host: '127.0.0.1', port: bound.port },
    recorded: () => recorded.map((tape) => Buffer.concat(tape)),
    freeze: () => {
      passes = { there: false, back: false };
    },
    loseAnswers: () => {
      passes = { there: true, back: false };
    },
    mend: () => {
      cut();
      passes = { there: true, back: true };
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      cut();
      await closed;
    },
  };
}
