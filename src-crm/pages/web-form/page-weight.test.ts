import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway, type Gateway } from '../../create-gateway.ts';
import { setIntakeBranch } from '../../intake/branches.ts';
import { type DatabaseServer, databaseVarieties } from '../../testing/databases.ts';
import { createTestClock } from '../../testing/gateway.ts';
import { createFormVisitor, filledForm, formTopics } from '../../testing/web-form.ts';

const limit = 100_000;
const longest = { ...filledForm, aciklama: 'ğ'.repeat(4000), alan_location: 'ş'.repeat(500), cep: '1' };

/** One is enough: what goes over the wire and into the log does not depend on the database. */
const [variety] = databaseVarieties();

describe('what the public pages send and write', () => {
  const clock = createTestClock();
  const lines: string[] = [];
  let server: DatabaseServer | undefined;
  let gateway: Gateway;
  let port: number;

  beforeAll(async () => {
    server = variety?.start();
    const database = await server?.create();
    if (database === undefined) throw new Error('There is always PGlite');
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const logger = pino({ level: 'trace' }, sink);
    gateway = await createGateway({ database, logger, clock, random: () => 0 });
    await setIntakeBranch(gateway.db, { province: null, branch: '26' });
    const { url } = await gateway.start(0);
    port = Number(new URL(url).port);
  });
  afterAll(async () => {
    await gateway.stop();
    server?.stop();
  });

  /** Bytes of the answer as they come through the socket, heads and all. */
  function bytesOf(path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      let bytes = 0;
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`),
      );
      socket.on('data', (chunk) => {
        bytes += chunk.length;
      });
      socket.on('end', () => resolve(bytes));
      socket.on('error', reject);
    });
  }

  it('is less than 100 KB for each page with everything that it loads', async () => {
    const shared = (await bytesOf('/stil.css')) + (await bytesOf('/simge.svg'));
    const pages = ['/', '/takip', '/basvuru', '/basvuru/billing', '/basvuru/life_support', '/basvuru/alindi'];
    for (const path of [...pages, ...formTopics.map(({ code }) => `/basvuru/${code}`)]) {
      const bytes = shared + (await bytesOf(path));
      expect({ path, isLight: bytes < limit, bytes }).toMatchObject({ isLight: true });
    }
    const visitor = createFormVisitor(gateway, clock.forward);
    const back = await visitor.fillAndSend(longest);
    expect(back.status).toBe(422);
    expect(Buffer.byteLength(back.body) + shared).toBeLessThan(limit);
    const sent = await visitor.fillAndSend();
    const taken = await visitor.browser.get(sent.location);
    expect(Buffer.byteLength(taken.body) + shared).toBeLessThan(limit);
  });

  it('loads nothing but the stylesheet and the icon, and runs no script', async () => {
    const visitor = createFormVisitor(gateway, clock.forward);
    for (const path of ['/takip', '/basvuru', '/basvuru/hazard', '/basvuru/billing']) {
      const { body } = await visitor.browser.get(path);
      expect(body).toContain('<html lang="tr">');
      expect(body).not.toMatch(/<script|<img|<iframe| style=| on\w+=/);
      const loaded = [...body.matchAll(/<link [^>]*href="([^"]+)"/g)].map((match) => match[1]);
      expect(loaded).toEqual(['/stil.css', '/simge.svg']);
    }
  });

  it('says nothing of a person, and no code, in any address or in the log', async () => {
    const visitor = createFormVisitor(gateway, clock.forward);
    await visitor.fillAndSend(longest);
    const sent = await visitor.fillAndSend();
    const { trackingCode } = await visitor.seeTaken(sent);
    await visitor.browser.submit('/takip', { kod: trackingCode });
    expect(sent.location).toBe('/basvuru/alindi');
    const log = lines.join('');
    expect(log).toContain('/basvuru/:topic');
    for (const secret of [trackingCode, 'Gülşen', '5321234567', '0532', 'lamba', 'Yenidoğan'])
      expect(log).not.toContain(secret);
  });
});
