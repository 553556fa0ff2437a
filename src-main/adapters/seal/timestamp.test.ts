import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasSealReaders, openssl } from '../../testing/seal/openssl.ts';
import { dumpSeal, readSeal } from '../../testing/seal/pdfsig.ts';
import { aConsent } from '../../testing/seal/sheets.ts';
import { signatureAndToken } from '../../testing/seal/signature-and-token.ts';
import {
  startTimestampAuthority,
  type TimestampAuthority,
  type TimestampFaults,
} from '../../testing/seal/timestamp-server.ts';
import { createPapers } from '../paper/create-papers.ts';
import { createSealer } from './create-sealer.ts';
import { signedParts } from './signature-room.ts';

/** However busy this machine is, openssl answers in that time. */
const sealer = createSealer(60_000);
let sealed: Uint8Array;
beforeAll(async () => {
  const now = Date.now();
  const identity = await sealer.makeIdentity('Örnek Elektrik Dağıtım A.Ş.', now);
  const drawn = await createPapers().sheet(aConsent());
  sealed = await sealer.seal(drawn, identity, {
    name: 'Örnek',
    reason: 'Deneme',
    at: new Date(now).toISOString(),
  });
});

test('nobody at the address: the seal waits for its timestamp, with the reason', async () => {
  const server = { url: 'http://127.0.0.1:1/tsa', user: null, password: null };
  expect(await sealer.timestamp(sealed, server)).toEqual({ ok: false, trouble: 'timestamp_unreachable' });
});

if (hasSealReaders()) describe('a timestamp (RFC 3161) of a real authority', byAuthority);
else process.stderr.write('No timestamps are given: poppler-utils and openssl are not installed.\n');

function byAuthority(): void {
  let authority: TimestampAuthority;
  let folder: string;
  beforeAll(async () => {
    authority = await startTimestampAuthority();
    folder = mkdtempSync(join(tmpdir(), 'banko-stamps-'));
  });
  afterEach(() => authority.fail({}));
  afterAll(async () => {
    await authority.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const server = (changes: { user?: string; password?: string } = {}) => ({
    ...{ url: authority.url, user: null, password: null },
    ...changes,
  });

  test('is put into the seal: the signed bytes stay, pdfsig still calls it valid, openssl the timestamp', async () => {
    const stamped = await sealer.timestamp(sealed, server());
    if (!stamped.ok) throw new Error(stamped.trouble);
    const { start, end } = signedParts(sealed);
    const signedPart = (file: Uint8Array) => Buffer.concat([file.subarray(0, start), file.subarray(end)]);
    expect(signedPart(stamped.pdf).equals(signedPart(sealed))).toBe(true);
    expect(stamped.pdf.length).toBe(sealed.length);
    expect(readSeal(stamped.pdf)).toMatchObject({ isValid: true, isOfWholeFile: true });
    expect(stamped.authority).toBe('tsa');
    expect(Math.abs(Date.parse(stamped.at) - Date.now())).toBeLessThan(60_000);

    writeFileSync(join(folder, 'seal.der'), dumpSeal(stamped.pdf));
    const { digest, token } = signatureAndToken(folder, 'seal.der');
    writeFileSync(join(folder, 'token.der'), token);
    const verified = openssl(
      folder,
      ...['ts', '-verify', '-in', 'token.der', '-token_in', '-digest', digest, '-CAfile', authority.rootFile],
    );
    expect(verified).toContain('Verification: OK');
  });

  test('of an authority with a key on a curve, SHA-512 and the older naming is taken as well', async () => {
    authority.fail({ isOfOtherKind: true });
    const stamped = await sealer.timestamp(sealed, server());
    expect(stamped).toMatchObject({ ok: true, authority: 'tsa-ec' });
    expect(readSeal(stamped.ok ? stamped.pdf : sealed)).toMatchObject({ isValid: true, isOfWholeFile: true });
  });

  test('a changed byte is found after the timestamp as before', async () => {
    const stamped = await sealer.timestamp(sealed, server());
    if (!stamped.ok) throw new Error(stamped.trouble);
    const changed = Buffer.from(stamped.pdf);
    changed.writeUInt8(changed.readUInt8(3000) ^ 1, 3000);
    expect(readSeal(changed)?.isValid ?? false).toBe(false);
  });

  test('is asked for with the account, as a timestamp query', async () => {
    await sealer.tryServer(server({ user: 'dağıtım', password: 'gizli:ş' }));
    expect(authority.asked.at(-1)).toEqual({
      type: 'application/timestamp-query',
      authorization: `Basic ${Buffer.from('dağıtım:gizli:ş').toString('base64')}`,
    });
  });

  test('that was given for an earlier question about the same seal is not taken: its nonce is another', async () => {
    let first: Buffer | undefined;
    authority.fail({
      changeReply: (reply) => {
        first ??= reply;
        return first;
      },
    });
    expect(await sealer.timestamp(sealed, server())).toMatchObject({ ok: true });
    expect(await sealer.timestamp(sealed, server())).toEqual({ ok: false, trouble: 'timestamp_not_ours' });
  });

  const status = (code: number, headers: Record<string, string> = {}): TimestampFaults => ({
    respond: (response) => response.writeHead(code, headers).end('Olmaz'),
  });
  test.each<[string, string, TimestampFaults]>([
    [
      'is over another document',
      'timestamp_not_ours',
      { changeQuery: (query) => flipped(query, imprintAt(query)) },
    ],
    ['is refused by the authority', 'timestamp_rejected', { digests: 'sha512' }],
    ['is signed by a web site’s certificate', 'timestamp_not_trusted', { signer: 'web-site' }],
    ['is signed by one for more than timestamps', 'timestamp_not_trusted', { signer: 'grown' }],
    [
      'has a signature that does not hold',
      'timestamp_not_trusted',
      { changeReply: (reply) => flipped(reply, reply.length - 9) },
    ],
    ['is cut off', 'timestamp_unreadable', { changeReply: (reply) => reply.subarray(0, 200) }],
    ['is nothing at all', 'timestamp_unreadable', { changeReply: () => Buffer.alloc(0) }],
    [
      'is a page of a web site',
      'timestamp_unreadable',
      { changeReply: () => Buffer.from('<html>Hoş geldiniz</html>') },
    ],
    ['never ends', 'timestamp_unreadable', { changeReply: () => Buffer.alloc(1024 * 1024, 0x30) }],
    ['breaks off', 'timestamp_unreachable', { respond: (response) => response.destroy() }],
    ['wants another account', 'timestamp_credentials', status(401)],
    ['is not for this account', 'timestamp_credentials', status(403)],
    ['is not there', 'timestamp_unreadable', status(404)],
    ['has to wait', 'timestamp_unreachable', status(429)],
    ['fails at the server', 'timestamp_unreachable', status(503)],
    ['is elsewhere', 'timestamp_unreachable', status(302, { location: 'http://127.0.0.1:1/' })],
  ])('that %s is not taken: %s, and no other time takes its place', async (_, trouble, faults) => {
    authority.fail(faults);
    expect(await sealer.timestamp(sealed, server())).toEqual({ ok: false, trouble });
  });

  test('that does not come is waited for no longer than patience lasts', async () => {
    authority.fail({ respond: () => {} });
    const trouble = 'timestamp_unreachable';
    expect(await createSealer(200).timestamp(sealed, server())).toEqual({ ok: false, trouble });
  });

  test('that begins and does not end is not waited for either', async () => {
    authority.fail({ respond: (response) => response.writeHead(200).write(Buffer.from([0x30])) });
    const trouble = 'timestamp_unreachable';
    expect(await createSealer(400).timestamp(sealed, server())).toEqual({ ok: false, trouble });
  });

  test('that does not fit into the seal’s room is not taken, and the seal stays as it was', async () => {
    const { putTimestamp } = await import('./stamp-pdf.ts');
    const token = Buffer.concat([Buffer.from([0x04, 0x82, 0x40, 0x00]), Buffer.alloc(0x4000)]);
    expect(putTimestamp(sealed, token)).toBeUndefined();
    expect(readSeal(sealed)).toMatchObject({ isValid: true, isOfWholeFile: true });
  });
}

/** Of the digest in a query: an octet string of 32 bytes. */
function imprintAt(query: Buffer): number {
  return query.indexOf(Buffer.from([0x04, 0x20])) + 2;
}

function flipped(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(place) ^ 0xff, place);
  return changed;
}
