import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import { followChain, genesisHash } from '../../src-shared/ledger/chain.ts';
import { foldApplication } from '../../src-shared/ledger/reduce-application.ts';
import { type MemberWithPassword, saveMember } from '../access/members.ts';
import { sha256 } from '../lib/ids.ts';
import { createTestBrowser } from '../testing/browser.ts';
import { createTestCounter, type TestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, closed, escalated, registered, routed, smsRequested } from '../testing/facts.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';

const clock = createTestClock();

describe.each(databaseVarieties())('pages on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);
  let ayse: MemberWithPassword;
  let operator: MemberWithPassword;
  let counter: TestCounter;
  let browser: ReturnType<typeof createTestBrowser>;

  beforeAll(async () => {
    const place = { username: 'ayse', role: 'team', teamCode: 'AYD' } as const;
    ayse = await saveMember(suite.gateway.db, clock, { ...place, displayName: 'Ayşe Demir' });
    operator = await saveMember(suite.gateway.db, clock, {
      username: 'ops',
      role: 'operator',
      teamCode: null,
    });
  });
  beforeEach(() => {
    counter = createTestCounter(clock);
    browser = createTestBrowser(suite.gateway);
  });

  async function pushAll(): Promise<void> {
    expect((await suite.branch.push(counter.log, counter.entries)).status).toBe(200);
  }

  async function routedToTeam(change: Parameters<typeof registered>[1] = {}): Promise<string> {
    const id = randomUUID();
    counter.write(registered(application(id), change));
    counter.write(routed(application(id)));
    await pushAll();
    return id;
  }

  async function stateOf(id: string) {
    const entries: FeedPage['entries'] = [];
    for (let after = '', hasMore = true; hasMore; ) {
      const page: FeedPage = (await suite.branch.get(`/v1/feed?after=${after}`)).body;
      entries.push(...page.entries);
      ({ next: after, hasMore } = page);
    }
    return foldApplication(entries.filter((entry) => entry.stream.id === id));
  }

  describe('sign-in', () => {
    it('lets a member in to their own page and out again', async () => {
      expect((await browser.get('/ekip')).location).toBe('/giris');
      expect(await browser.signIn(ayse)).toMatchObject({ status: 303, location: '/ekip' });
      expect((await browser.get('/ekip')).status).toBe(200);
      expect((await browser.get('/giden-kutusu')).status).toBe(403);
      await browser.submit('/cikis');
      expect((await browser.get('/ekip')).location).toBe('/giris');
    });

    it('says the same for a wrong name and a wrong password', async () => {
      const words = 'Kullanıcı adı ya da parola yanlış.';
      const wrong = await browser.signIn({ username: ayse.username, password: 'x' });
      const unknown = await browser.signIn({ username: 'kimse', password: 'x' });
      expect([wrong.status, unknown.status]).toEqual([401, 401]);
      expect(wrong.body).toContain(words);
      expect(unknown.body).toContain(words);
    });

    it('ends with the working day and with a new password', async () => {
      await browser.signIn(ayse);
      clock.forward(11 * 3_600_000);
      expect((await browser.get('/ekip')).location).toBe('/giris');
      await browser.signIn(ayse);
      await saveMember(suite.gateway.db, clock, ayse, ayse.password);
      expect((await browser.get('/ekip')).location).toBe('/giris');
    });

    it('is limited by address', async () => {
      expect(await statusesOf('/giris', 21)).toEqual([403, ...Array(19).fill(401), 429]);
    });

    it('refuses a form that was made for another browser, before and after sign-in', async () => {
      const fields = { kullanici: ayse.username, parola: ayse.password };
      expect((await browser.submit('/giris', { ...fields, form: sha256('guess') })).status).toBe(403);
      const id = await routedToTeam();
      await browser.signIn(ayse);
      const forged = await browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'Yapıldı', form: '' });
      expect(forged.status).toBe(403);
      expect(forged.body).toContain('Yapıldı</textarea>');
      expect((await stateOf(id))?.status).toBe('routed');
    });
  });

  describe('the team', () => {
    it('takes and answers an application, and the branch gets both in its feed', async () => {
      const id = await routedToTeam({ applicationNo: '26-2026-0000042' });
      await browser.signIn(ayse);
      expect((await browser.get('/ekip')).body).toContain('26-2026-0000042');
      await browser.get(`/ekip/basvuru/${id}`);
      const taken = await browser.submit(`/ekip/basvuru/${id}/uzerine-al`);
      expect(taken.location).toBe(`/ekip/basvuru/${id}?oldu=take`);
      await browser.get(taken.location);
      await browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'Lambalar değişti.\r\nBitti.' });
      const state = await stateOf(id);
      expect(state).toMatchObject({
        status: 'answered_by_team',
        answers: [
          {
            teamCode: 'AYD',
            member: 'ayse',
            actor: 'team:AYD/Ayşe Demir',
            answer: 'Lambalar değişti.\nBitti.',
          },
        ],
        conflicts: [],
      });
      const own = await suite.gateway.db
        .selectFrom('logs')
        .select('log')
        .where('is_own', '=', true)
        .execute();
      const page: FeedPage = (await suite.branch.get('/v1/feed')).body;
      const entries = page.entries.filter((entry) => entry.log === own[0]?.log);
      expect(
        followChain({ log: own[0]?.log ?? '', seq: 0, hash: genesisHash }, entries, sha256),
      ).toHaveProperty('head');
    });

    it('sees what it did not take in time, until it takes it', async () => {
      const id = randomUUID();
      counter.write(registered(application(id)));
      const routing = counter.write(routed(application(id)));
      counter.write(escalated(application(id), routing.id));
      await pushAll();
      await browser.signIn(ayse);
      const words = 'Süresinde üstlenilmedi, yöneticiye bildirildi';
      expect((await browser.get('/ekip')).body.split(words)).toHaveLength(2);
      expect((await browser.get(`/ekip/basvuru/${id}`)).body).toContain(words);
      await browser.submit(`/ekip/basvuru/${id}/uzerine-al`);
      for (const page of ['/ekip', `/ekip/basvuru/${id}`])
        expect((await browser.get(page)).body).not.toContain(words);
    });

    it('returns what is not its own, with the reason', async () => {
      const id = await routedToTeam();
      await browser.signIn(ayse);
      await browser.get(`/ekip/basvuru/${id}`);
      const empty = await browser.submit(`/ekip/basvuru/${id}/iade`, { metin: '  ' });
      expect(empty).toMatchObject({ status: 422 });
      expect(empty.body).toContain('İade nedenini yazın.');
      await browser.submit(`/ekip/basvuru/${id}/iade`, { metin: 'Trafo işi' });
      expect(await stateOf(id)).toMatchObject({
        status: 'returned_to_router',
        returns: [{ reason: 'Trafo işi' }],
      });
    });

    it('counts a form that was sent twice once', async () => {
      const id = await routedToTeam();
      await browser.signIn(ayse);
      await browser.get(`/ekip/basvuru/${id}`);
      const twice = await Promise.all([
        browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'Yapıldı' }),
        browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'Yapıldı' }),
      ]);
      expect(twice.map((page) => page.status)).toEqual([303, 303]);
      expect((await stateOf(id))?.answers).toHaveLength(1);
    });

    it('is told that an application went on meanwhile, and keeps its text', async () => {
      const fates = {
        closed: ['sonuçlandırılmış', closed],
        rerouted: [
          'başka bir ekibe yönlendirilmiş',
          (stream: ReturnType<typeof application>) => routed(stream, 'TRF'),
        ],
      } as const;
      for (const [words, fate] of Object.values(fates)) {
        const id = await routedToTeam();
        await browser.signIn(ayse);
        await browser.get(`/ekip/basvuru/${id}`);
        counter.write(fate(application(id)));
        await pushAll();
        const late = await browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'Uzun emek <b>' });
        expect(late.status).toBe(409);
        expect(late.body).toContain(words);
        expect(late.body).toContain('Uzun emek &lt;b&gt;</textarea>');
        expect((await stateOf(id))?.answers).toEqual([]);
      }
    });

    it('keeps a text that was sent after the session had ended', async () => {
      const id = await routedToTeam();
      await browser.signIn(ayse);
      await browser.get(`/ekip/basvuru/${id}`);
      browser.forgetCookies();
      const late = await browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'Uzun emek' });
      expect(late.status).toBe(401);
      expect(late.body).toContain('Uzun emek</textarea>');
    });

    it('sees no identity number, and of an informant nothing at all', async () => {
      const plain = await routedToTeam();
      const secret = await routedToTeam({ capacity: 'informant', applicationType: 'report' });
      await browser.signIn(ayse);
      const plainPage = (await browser.get(`/ekip/basvuru/${plain}`)).body;
      expect(plainPage).toContain('Gülşen Işık');
      expect(plainPage).toContain('0532 123 45 67');
      expect(plainPage).not.toContain('10000000146');
      const secretPage = (await browser.get(`/ekip/basvuru/${secret}`)).body;
      expect(secretPage).toContain('Kimliği gizli tutuluyor');
      for (const hidden of ['Gülşen', 'Işık (', '0532', '10000000146'])
        expect(secretPage).not.toContain(hidden);
    });

    it('finds no application of another team', async () => {
      const id = randomUUID();
      counter.write(registered(application(id)));
      counter.write(routed(application(id), 'TRF'));
      await pushAll();
      await browser.signIn(ayse);
      expect((await browser.get(`/ekip/basvuru/${id}`)).status).toBe(404);
      expect((await browser.submit(`/ekip/basvuru/${id}/cevapla`, { metin: 'x' })).status).toBe(404);
      expect((await stateOf(id))?.answers).toEqual([]);
    });

    it('reads a description as text, whatever stands in it', async () => {
      const id = await routedToTeam({
        description: '<script>alert("1")</script>',
        applicationNo: `"><img src=x onerror='1'>`,
      });
      await browser.signIn(ayse);
      for (const url of ['/ekip', `/ekip/basvuru/${id}`]) {
        const { body } = await browser.get(url);
        expect(body).not.toMatch(/<script|<img/);
      }
      const { body } = await browser.get(`/ekip/basvuru/${id}`);
      expect(body).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    });
  });

  it('shows the operator each SMS with a masked number and what became of it', async () => {
    counter.write(registered(application('with-sms')));
    counter.write(smsRequested(application('with-sms')));
    await pushAll();
    await browser.signIn(operator);
    expect((await browser.get('/giden-kutusu')).body).toContain('Sırada');
    await suite.gateway.sendDueSms();
    const { body } = await browser.get('/giden-kutusu');
    expect(body).toContain('Teslim edildi');
    expect(body).toContain('gerçek SMS gönderilmedi');
    expect(body).toContain('05•• ••• 45 67');
    expect(body).not.toContain('0532');
    expect((await browser.get('/ekip')).status).toBe(403);
  });

  it('forbids scripts, framing and caching on every page', async () => {
    const reply = await suite.gateway.app.inject({ url: '/takip' });
    expect(reply.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'none'/),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  async function statusesOf(url: string, times: number): Promise<readonly number[]> {
    const visitor = createTestBrowser(suite.gateway);
    const statuses: number[] = [];
    while (statuses.length < times) statuses.push((await visitor.submit(url)).status);
    return statuses;
  }
});
