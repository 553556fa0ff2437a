import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createNetworkPrinters, type PrinterTimeouts, sendToPrinter } from './network-printer.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const timeouts: PrinterTimeouts = { connectMs: 5_000, writeMs: 300, closeMs: 200 };
const bigJob = new Uint8Array(32_000_000);

/** A printer on loopback; `allowHalfOpen` so that it hangs up only when it wants to. */
async function printerThat(behaves: (socket: Socket) => void): Promise<number> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    behaves(socket);
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
}

test('a job arrives whole, in the code page of the printer', async () => {
  const received = Promise.withResolvers<Buffer>();
  const port = await printerThat((socket) => {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => {
      received.resolve(Buffer.concat(chunks));
      socket.end();
    });
  });
  const line = { kind: 'text', text: 'ğüşıöçĞÜŞİÖÇ', size: 'normal', align: 'left', bold: false } as const;
  const outcome = await createNetworkPrinters().print(
    { kind: 'network', host: '127.0.0.1', port, codePage: 'WPC1254' },
    [line],
  );
  expect(outcome).toEqual({ ok: true });
  expect((await received.promise).toString('hex')).toContain('f0fcfefdf6e7d0dcdeddd6c7');
});

test('a printer that took everything but never hangs up has taken the job', async () => {
  const sockets: Socket[] = [];
  const port = await printerThat((socket) => {
    sockets.push(socket.resume());
  });
  expect(await sendToPrinter('127.0.0.1', port, new Uint8Array(2_000), timeouts)).toEqual({ ok: true });
  for (const socket of sockets) socket.destroy();
});

test('a printer that dies in the middle of a job is told from one that finished', async () => {
  const port = await printerThat((socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  expect(await sendToPrinter('127.0.0.1', port, bigJob, timeouts)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('yazdırma sırasında kesti'),
  });
});

test('a printer that resets the connection after a short job has not taken it', async () => {
  const port = await printerThat((socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  expect(await sendToPrinter('127.0.0.1', port, new Uint8Array(100), timeouts)).toMatchObject({ ok: false });
});

test('a printer that stops reading, as without paper, is given up after the time limit', async () => {
  const sockets: Socket[] = [];
  const port = await printerThat((socket) => {
    sockets.push(socket.pause());
  });
  expect(await sendToPrinter('127.0.0.1', port, bigJob, timeouts)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('almayı bıraktı'),
  });
  for (const socket of sockets) socket.destroy();
});

test('a port where nothing listens is named as refused', async () => {
  const port = await printerThat(() => undefined);
  const server = open.pop();
  await new Promise((resolve) => server?.close(resolve));
  expect(await sendToPrinter('127.0.0.1', port, new Uint8Array(1), timeouts)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('kabul etmiyor'),
  });
});

test('a name that does not exist is named as unknown', async () => {
  const outcome = await sendToPrinter('yazici.invalid', 9100, new Uint8Array(1), timeouts);
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('adla bir yazıcı bulunamadı') });
});
