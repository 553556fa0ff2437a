import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createPrinters } from './create-printers.ts';
import { type PrinterTimeouts, sendToPrinter } from './network-printer.ts';
import { escposTalk } from './status/escpos-talk.ts';
import { conditions, type PrinterTalk } from './status/printer-talk.ts';
import { zplTalk } from './status/zpl-talk.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

const timeouts: PrinterTimeouts = {
  connectMs: 5_000,
  statusMs: 300,
  writeMs: 300,
  printMs: 300,
  closeMs: 200,
};
const done = { ok: true, isConfirmed: false, note: '', queueJob: null };
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

const slipPrinter = {
  role: 'slip',
  lettering: 'WPC1254',
  headDots: 576,
  cut: 'partial',
  buzzer: 'none',
} as const;

async function sendTo(
  address: Parameters<typeof sendToPrinter>[0],
  bytes: Uint8Array,
  talk: PrinterTalk | null = null,
) {
  return (await sendToPrinter(address, bytes, timeouts, talk)).outcome;
}
const send = (port: number, bytes: Uint8Array, talk: PrinterTalk | null = null) =>
  sendTo({ host: '127.0.0.1', port }, bytes, talk);

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
  const printers = createPrinters({ clock: { now: () => 0 }, timeouts });
  const outcome = await printers.print(
    { ...slipPrinter, connection: { kind: 'network', host: '127.0.0.1', port } },
    {
      kind: 'lines',
      lines: [line],
    },
  );
  expect(outcome).toEqual(done);
  expect((await received.promise).toString('hex')).toContain('f0fcfefdf6e7d0dcdeddd6c7');
});

test('a printer that took everything but never hangs up has taken the job', async () => {
  const sockets: Socket[] = [];
  const port = await printerThat((socket) => {
    sockets.push(socket.resume());
  });
  expect(await send(port, new Uint8Array(2_000))).toEqual(done);
  for (const socket of sockets) socket.destroy();
});

test('a printer that dies in the middle of a job is told from one that finished', async () => {
  const port = await printerThat((socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  expect(await send(port, bigJob)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('yazdırma sırasında kesti'),
  });
});

test('a printer that resets the connection after a short job has not taken it', async () => {
  const port = await printerThat((socket) => {
    socket.once('data', () => socket.resetAndDestroy());
  });
  expect(await send(port, new Uint8Array(100))).toMatchObject({ ok: false });
});

test('a printer that stops reading, as without paper, is given up after the time limit', async () => {
  const sockets: Socket[] = [];
  const port = await printerThat((socket) => {
    sockets.push(socket.pause());
  });
  expect(await send(port, bigJob)).toMatchObject({
    ok: false,
    reason: expect.stringContaining('almayı bıraktı'),
  });
  for (const socket of sockets) socket.destroy();
});

test('a port where nothing listens is named as refused', async () => {
  const port = await printerThat(() => undefined);
  const server = open.pop();
  await new Promise((resolve) => server?.close(resolve));
  expect(await send(port, new Uint8Array(1))).toMatchObject({
    ok: false,
    reason: expect.stringContaining('kabul etmiyor'),
  });
});

test('a name that does not exist is named as unknown', async () => {
  const outcome = await sendTo({ host: 'yazici.invalid', port: 9100 }, new Uint8Array(1));
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining('adla bir yazıcı bulunamadı') });
});

/** Answers what it is asked, and takes jobs; `state` may change while it prints. */
function answering(state: { cause: number; paper: number; prints: boolean }, taken: Buffer[]) {
  return (socket: Socket) => {
    socket.on('data', (chunk) => {
      if (chunk.equals(Buffer.from(escposTalk.question)))
        return void socket.write(Buffer.of(0x12 | state.cause, 0x12 | state.paper));
      taken.push(chunk);
      if (!state.prints) state.paper = 0x60;
      else if (
        Buffer.concat(taken)
          .subarray(-3)
          .equals(Buffer.of(0x1d, 0x72, 1))
      )
        socket.write(Buffer.of(0));
    });
  };
}

test('a printer that says that it is through confirms the paper', async () => {
  const taken: Buffer[] = [];
  const port = await printerThat(answering({ cause: 0, paper: 0, prints: true }, taken));
  expect(await send(port, Buffer.from('A101'), escposTalk)).toEqual({ ...done, isConfirmed: true });
  expect(Buffer.concat(taken).toString('latin1')).toBe('A101\x1dr\x01');
});

test('paper that runs low is said, and the slip comes all the same', async () => {
  const port = await printerThat(answering({ cause: 0, paper: 0x0c, prints: true }, []));
  expect(await send(port, Buffer.from('A101'), escposTalk)).toEqual({
    ...done,
    isConfirmed: true,
    note: conditions.paperLow,
  });
});

test.each([
  ['without paper', 0, 0x60, conditions.paperOut],
  ['with its cover open', 0x04, 0, conditions.coverOpen],
  ['with a jammed cutter', 0x40, 0, conditions.fault],
])('a printer %s gets nothing, so that nothing comes out of it later', async (_, cause, paper, reason) => {
  const taken: Buffer[] = [];
  const port = await printerThat(answering({ cause, paper, prints: true }, taken));
  expect(await send(port, Buffer.from('A101'), escposTalk)).toEqual({ ok: false, reason });
  expect(taken).toEqual([]);
});

test('paper that runs out in the middle of a job is told from paper that came out', async () => {
  const port = await printerThat(answering({ cause: 0, paper: 0, prints: false }, []));
  expect(await send(port, Buffer.from('A101'), escposTalk)).toEqual({
    ok: false,
    reason: `${conditions.paperOut} Çıktı eksik olabilir; denetleyin.`,
  });
});

test('a label printer is asked in its own language', async () => {
  const status = (flags: { paper?: 1; paused?: 1; head?: 1 }) =>
    `\x02030,${flags.paper ?? 0},${flags.paused ?? 0},1245,000,0,0,0,000,0,0,0\x03\r\n\x02001,0,${flags.head ?? 0},0,1,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n`;
  for (const [flags, outcome] of [
    [{}, done],
    [{ paper: 1 }, { ok: false, reason: conditions.paperOut }],
    [{ paused: 1 }, { ok: false, reason: conditions.paused }],
    [{ head: 1 }, { ok: false, reason: conditions.coverOpen }],
  ] as const) {
    const port = await printerThat((socket) => {
      socket.on('data', (chunk) => chunk.includes('~HS') && socket.write(status(flags)));
      socket.on('end', () => socket.end());
    });
    expect(await send(port, Buffer.from('^XA^XZ'), zplTalk)).toEqual(outcome);
  }
});

test('a printer that does not answer is not waited for a second time', async () => {
  const asked: number[] = [];
  const port = await printerThat((socket) => {
    let first = true;
    socket.on('data', (chunk) => {
      if (first) asked.push(chunk.subarray(0, 6).equals(Buffer.from(escposTalk.question)) ? 1 : 0);
      first = false;
    });
    socket.on('end', () => socket.end());
  });
  let now = 0;
  const printers = createPrinters({ clock: { now: () => now }, timeouts });
  const print = () =>
    printers.print(
      { ...slipPrinter, connection: { kind: 'network', host: '127.0.0.1', port } },
      { kind: 'lines', lines: [] },
    );
  for (const at of [0, 1_000, 601_000]) {
    now = at;
    expect(await print()).toEqual(done);
  }
  expect(asked).toEqual([1, 0, 1]);
});
