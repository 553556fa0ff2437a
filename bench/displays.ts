import { WebSocket } from 'ws';
import { z } from 'zod';
import { screenProtocol } from '../src-shared/text/screen-url.ts';
import { median, percentile, print, timed } from './figure.ts';

const displays = 10;
/** The server allows an address so many requests a minute that these fit in. */
const issues = 50;

const stateSchema = z.object({
  ok: z.literal(true),
  value: z.object({ categories: z.array(z.object({ waiting: z.int() })) }),
});

type Display = {
  /** Resolves with the time at which it has read a queue of that length. */
  readonly shows: (waiting: number) => Promise<number>;
  readonly close: () => void;
};

/** From the key that takes a number to the displays that have read it, each over a connection of its own. */
export async function benchDisplays(
  { port, token }: { readonly port: number; readonly token: string },
  issue: () => Promise<unknown>,
): Promise<void> {
  const all = await Promise.all(Array.from({ length: displays }, () => openDisplay(port, token)));
  try {
    // The first one that displays are asked for compiles the way there.
    await issue();
    const before = await waitingNow(port, token);
    const millis: number[] = [];
    for (let no = 1; no <= issues; no += 1) {
      const shown = all.map((display) => display.shows(before + no));
      const from = performance.now();
      await issue();
      for (const at of await Promise.all(shown)) millis.push(at - from);
    }
    const plain: number[] = [];
    for (let no = 0; no < issues; no += 1) plain.push(await timed(() => waitingNow(port, token)));
    print({
      name: `hub.display.${displays}`,
      ...{ value: percentile(millis, 0.99), unit: 'ms', n: millis.length },
      ...{ p50: median(millis), p99: percentile(millis, 0.99) },
      ...{ baseline: percentile(plain, 0.99), baselineName: 'one request for what a display shows' },
      ...{ baselineP50: median(plain), baselineP99: percentile(plain, 0.99) },
      ...{ target: 100, targetOf: 'value', note: 'from the key at a joined desk to the display that has it' },
    });
  } finally {
    for (const display of all) display.close();
  }
}

async function openDisplay(port: number, token: string): Promise<Display> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/events`, [screenProtocol, token]);
  const awaited = new Map<number, (at: number) => void>();
  socket.on('message', () => {
    void waitingNow(port, token).then((waiting) => {
      awaited.get(waiting)?.(performance.now());
      awaited.delete(waiting);
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return {
    shows: (waiting) => new Promise((resolve) => awaited.set(waiting, resolve)),
    close: () => socket.close(),
  };
}

async function waitingNow(port: number, token: string): Promise<number> {
  const reply = await fetch(`http://127.0.0.1:${port}/rpc/display.state`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const { value } = stateSchema.parse(await reply.json());
  return value.categories.reduce((sum, { waiting }) => sum + waiting, 0);
}
