import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ownIdentity } from '../../../src-main/adapters/lan/identity.ts';
import { callProvider } from './http-call.ts';
import { outcomeOfStatus, outcomeWithoutAnswer } from './plain-outcomes.ts';

describe('a call of a provider', () => {
  let server: Server | undefined;

  afterEach(async () => {
    const closed = server?.listening === true ? once(server, 'close') : undefined;
    server?.close();
    await closed;
    server = undefined;
  });

  async function listen(made: Server): Promise<number> {
    server = made.listen(0, '127.0.0.1');
    await once(made, 'listening');
    return (made.address() as AddressInfo).port;
  }

  function call(url: string, timeoutMs = 2_000) {
    return callProvider({ url: new URL(url), method: 'POST', json: { msg: 'x' } }, { timeoutMs });
  }

  async function plain(answer: RequestListener): Promise<string> {
    return `http://127.0.0.1:${await listen(createPlain(answer))}/`;
  }

  it('that finds nobody there has sent nothing', async () => {
    const url = await plain((_request, reply) => reply.end());
    server?.close();
    for (const gone of [url, url.replace('127.0.0.1', 'localhost')]) {
      const reply = await call(gone);
      expect(reply).toEqual({ kind: 'unreachable' });
    }
    expect(outcomeWithoutAnswer({ kind: 'unreachable' }).kind).toBe('unknown');
  });

  it('shows nothing to somebody whose certificate nobody vouches for, and waits for a person', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'banko-tls-'));
    const { pem } = await ownIdentity(join(folder, 'key.pem'));
    rmSync(folder, { recursive: true });
    let seen = 0;
    const port = await listen(
      createSecure({ key: pem, cert: pem }, (_request, reply) => {
        seen += 1;
        reply.end();
      }),
    );
    expect(await call(`https://localhost:${port}/`)).toEqual({ kind: 'untrusted' });
    expect(seen).toBe(0);
    expect(outcomeWithoutAnswer({ kind: 'untrusted' }).kind).toBe('blocked');
  });

  it('may have arrived where its answer breaks off or stays away', async () => {
    const cut = await plain((_request, reply) => {
      reply.writeHead(200, { 'content-length': '100' });
      reply.write('{"code":"00"', () => reply.destroy());
    });
    expect(await call(cut)).toEqual({ kind: 'lost' });
    expect(outcomeWithoutAnswer({ kind: 'lost' }).kind).toBe('uncertain');
  });

  it('is not carried on to another address, and waits for a person', async () => {
    let seen = 0;
    const url = await plain((_request, reply) => {
      seen += 1;
      reply.writeHead(307, { location: '/elsewhere' }).end();
    });
    const reply = await call(url);
    expect(reply).toMatchObject({ kind: 'reply', status: 307 });
    expect(seen).toBe(1);
    expect(reply.kind === 'reply' && outcomeOfStatus(reply).kind).toBe('blocked');
  });

  it('has a connection of its own, which nobody may be closing at that moment', async () => {
    const ports: (number | undefined)[] = [];
    const url = await plain((request, reply) => {
      ports.push(request.socket.remotePort);
      reply.end();
    });
    await call(url);
    await call(url);
    expect(new Set(ports).size).toBe(2);
  });

  it.each([
    ['30', 30_000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('reads "retry-after: %s"', async (header, retryAfterMs) => {
    const url = await plain((_request, reply) => reply.writeHead(429, { 'retry-after': header }).end());
    expect(await call(url)).toEqual({
      kind: 'reply',
      status: 429,
      body: '',
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  });
});
