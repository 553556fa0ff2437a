import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestCounter } from './testing/counter.ts';
import { application, registered, smsRequested } from './testing/facts.ts';
import { startFakeVerimor } from './testing/sms/fake-verimor.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

describe('the command line', () => {
  let folder: string;
  const running = new Set<ChildProcessWithoutNullStreams>();

  // One folder for all, because making a PGlite database takes longer than everything else here.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'banko-crm-'));
  });
  afterEach(async () => {
    await Promise.all([...running].map(endOf));
    running.clear();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function endOf(child: ChildProcessWithoutNullStreams): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  }

  function launch(...args: readonly string[]): ChildProcessWithoutNullStreams {
    const { DATABASE_URL: _none, ...env } = process.env;
    const child = spawn(process.execPath, [main, '--data-dir', folder, ...args], { env });
    running.add(child);
    return child;
  }

  async function ready(child: ChildProcessWithoutNullStreams) {
    const [line] = await once(createInterface(child.stdout), 'line');
    return JSON.parse(String(line));
  }

  async function finish(child: ChildProcessWithoutNullStreams) {
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const [code] = await once(child, 'close');
    return { code, out, err };
  }

  async function push(url: string, apiKey: string, counter: ReturnType<typeof createTestCounter>) {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ entries: counter.entries });
    const reply = await fetch(`${url}/v1/logs/${counter.log}/entries`, { method: 'POST', headers, body });
    expect(reply.status).toBe(200);
  }

  it('tells its address and the demo members, keeps its folder to itself, and ends in order on SIGTERM', async () => {
    const first = launch('--port', '0', '--demo');
    const line = await ready(first);
    expect(line).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      pages: {
        team: `${line.url}/ekip`,
        outbox: `${line.url}/giden-kutusu`,
        tracking: `${line.url}/takip`,
        application: `${line.url}/basvuru`,
      },
      demo: { apiKey: expect.stringMatching(/^banko_[\w-]{43}$/) },
    });
    expect(line.demo.members).toContainEqual({
      username: 'hakan.celik',
      password: expect.stringMatching(/^\w{4}(-\w{4}){3}$/),
      team: 'street_lighting',
      role: 'team',
    });
    const second = await finish(launch('key', 'list'));
    expect(second).toMatchObject({
      code: 1,
      err: expect.stringContaining('Bu klasörü başka bir ağ geçidi süreci kullanıyor'),
    });
    const ended = finish(first);
    first.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
    const again = launch('--port', '0', '--demo');
    expect((await ready(again)).demo).toEqual(line.demo);
  });

  it('has what it acknowledged after it was killed, and takes its folder over again', async () => {
    const { apiKey } = JSON.parse((await finish(launch('key', 'create', '--branch', '26'))).out);
    const killed = launch('--port', '0');
    const { url } = await ready(killed);
    const counter = createTestCounter({ now: Date.now });
    for (let made = 0; made < 20; made += 1) counter.write(registered(application()));
    await push(url, apiKey, counter);
    const died = once(killed, 'close');
    killed.kill('SIGKILL');
    await died;
    const again = await ready(launch('--port', '0'));
    const headers = { authorization: `Bearer ${apiKey}` };
    const page = await fetch(`${again.url}/v1/logs/${counter.log}/entries`, { headers });
    expect((await page.json()).entries).toEqual(counter.entries);
  });

  it('gives a key for channels and names the branch of a province', async () => {
    const key = JSON.parse((await finish(launch('key', 'create', '--intake', '--channels', 'app'))).out);
    expect(key).toMatchObject({ apiKey: expect.stringMatching(/^banko_/), channels: ['app'] });
    await finish(launch('intake', 'branch', 'set', '--province', 'uşak', '--branch', '64'));
    const lines = JSON.parse((await finish(launch('intake', 'branch', 'list'))).out);
    expect(lines).toContainEqual({ province: 'Uşak', branch: '64' });
  });

  it('sends by the provider of its configuration, and does not start with one that can’t be read', async () => {
    const half = await finish(launch('--port', '0', '--sms-config', join(folder, 'yok.json')));
    expect(half).toMatchObject({
      code: 1,
      err: '--sms-config: dosya bulunamadı ya da okunamıyor.\n',
    });
    const clock = { now: Date.now };
    const site = await startFakeVerimor(clock);
    const config = join(folder, 'sms.json');
    const account = { username: '908501112233', password: 'parola', sender: 'OEDAS' };
    writeFileSync(config, JSON.stringify({ provider: 'verimor', url: site.url, ...account }), {
      mode: 0o600,
    });
    const { apiKey } = JSON.parse((await finish(launch('key', 'create', '--branch', '26'))).out);
    const { url } = await ready(launch('--port', '0', '--sms-config', config));
    const counter = createTestCounter(clock);
    const stream = application();
    counter.write(registered(stream));
    counter.write(smsRequested(stream));
    await push(url, apiKey, counter);
    await vi.waitFor(() => expect(site.phones.received('5321234567')).toHaveLength(1), { timeout: 20_000 });
    await site.stop();
  });

  it('withdraws a key and adds a member', async () => {
    const missing = await finish(launch('key', 'withdraw', '--id', 'abc'));
    expect(missing).toMatchObject({ code: 1, err: 'Kullanımda böyle bir anahtar yok: abc\n' });
    const member = await finish(
      launch('member', 'add', '--username', 'ayse', '--role', 'team', '--team', 'x'),
    );
    expect(JSON.parse(member.out)).toMatchObject({ username: 'ayse', role: 'team', teamCode: 'x' });
  });
});
