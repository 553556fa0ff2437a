import { expect, test } from 'vitest';
import type { PowerShellAnswer, PowerShellCommand } from './powershell.ts';
import { createWindowsQueues } from './windows-queues.ts';

/** What PowerShell would be asked, and given answers: the queues have never been on Windows. */
function onWindows(answer: Partial<PowerShellAnswer>) {
  const asked: (Omit<PowerShellCommand, 'args'> & { script: string; stdin: Uint8Array | undefined })[] = [];
  const queues = createWindowsQueues(async ({ file, args, env }, stdin) => {
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(args.slice(0, -1)).toEqual(['-NoProfile', '-NonInteractive', '-EncodedCommand']);
    asked.push({ file, env, script, stdin });
    return { isOk: true, stdout: '', ...answer };
  });
  return { queues, asked };
}

const name = 'Fiş "; Remove-Item C:\\ -Recurse; "';

test('raw bytes go to the spooler by standard input, and no name of a queue stands in a script', async () => {
  const { queues, asked } = onWindows({ stdout: '12' });
  const bytes = Uint8Array.of(0x1b, 0x40);
  const outcome = await queues.print(name, { title: 'Banko', format: 'raw', bytes });
  expect(outcome).toEqual({ ok: true, isConfirmed: false, note: '', queueJob: '12' });
  expect(asked).toEqual([
    {
      file: 'powershell.exe',
      env: { BANKO_QUEUE: name, BANKO_TITLE: 'Banko' },
      script: expect.stringContaining('[BankoSpooler]::Send($env:BANKO_QUEUE, $env:BANKO_TITLE'),
      stdin: bytes,
    },
  ]);
  expect(asked[0]?.script).not.toContain('Remove-Item');
});

test('a job that the spooler does not take has failed', async () => {
  const { queues } = onWindows({ isOk: false });
  expect(await queues.print('Fis', { title: 'Banko', format: 'raw', bytes: new Uint8Array(1) })).toEqual({
    ok: false,
    reason: expect.stringContaining('Windows yazdırma hizmeti'),
  });
});

test('a PDF is handed to the program that prints PDF, and its file is gone after it', async () => {
  const { queues, asked } = onWindows({});
  const outcome = await queues.print('Ofis', { title: 'Form', format: 'pdf', bytes: new Uint8Array(9) });
  expect(outcome).toEqual({ ok: true, isConfirmed: false, note: '', queueJob: null });
  expect(asked).toMatchObject([
    {
      env: { BANKO_QUEUE: 'Ofis', BANKO_FILE: expect.stringMatching(/belge\.pdf$/) },
      script: expect.stringContaining('-Verb PrintTo'),
    },
  ]);
});

test('one queue and many are listed alike, each with what is in its way', async () => {
  const fis = { name: 'Fis', status: 'Normal', isDefault: true };
  const ofis = { name: 'Ofis', status: 'PaperOut, Paused', isDefault: false };
  const listed = [
    { name: 'Fis', isDefault: true, trouble: null, isStopped: false },
    { name: 'Ofis', isDefault: false, trouble: expect.stringContaining('kâğıt bitti'), isStopped: true },
  ];
  expect(await onWindows({ stdout: JSON.stringify(fis) }).queues.list()).toEqual({
    queues: listed.slice(0, 1),
    queuesTrouble: null,
  });
  expect(await onWindows({ stdout: JSON.stringify([fis, ofis]) }).queues.list()).toEqual({
    queues: listed,
    queuesTrouble: null,
  });
  expect(await onWindows({ stdout: 'no JSON' }).queues.list()).toEqual({
    queues: [],
    queuesTrouble: expect.stringContaining('Windows yazdırma hizmeti'),
  });
});

test('a job is followed while the spooler has it, and what it has forgotten is not called printed', async () => {
  const follow = (answer: object) =>
    onWindows({ stdout: JSON.stringify(answer) }).queues.follow('Ofis', '12');
  expect(await follow({ job: 'Printing', printer: 'Normal' })).toEqual({ state: 'waiting', trouble: null });
  expect(await follow({ job: 'Error', printer: 'Offline' })).toEqual({
    state: 'waiting',
    trouble: expect.stringContaining('ulaşılamıyor'),
  });
  expect(await follow({ job: null, printer: 'Normal' })).toEqual({ state: 'unknown' });
});
