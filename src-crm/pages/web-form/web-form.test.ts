import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../../src-shared/ledger/reduce-application.ts';
import { aNotice } from '../../../src-shared/testing/texts.ts';
import { formatTrackingCode } from '../../../src-shared/text/tracking-code.ts';
import { setIntakeBranch } from '../../intake/branches.ts';
import { shippedCatalogue } from '../../lib/catalogue.ts';
import { createTestCounter } from '../../testing/counter.ts';
import { databaseVarieties } from '../../testing/databases.ts';
import { createTestBranch, createTestClock } from '../../testing/gateway.ts';
import { entriesOf } from '../../testing/intake.ts';
import { gatewayOfSuite } from '../../testing/suite.ts';
import { createFormVisitor, filledForm, formTopics } from '../../testing/web-form.ts';

const clock = createTestClock();

describe.each(databaseVarieties())('the web form on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);
  let visitor: ReturnType<typeof createFormVisitor>;

  beforeAll(() => setIntakeBranch(suite.gateway.db, { province: null, branch: '26' }));
  beforeEach(() => {
    visitor = createFormVisitor(suite.gateway, clock.forward);
  });

  async function entriesByNumber(applicationNo: string) {
    const { id } = await suite.gateway.db
      .selectFrom('applications')
      .select('id')
      .where('application_no', '=', applicationNo)
      .executeTakeFirstOrThrow();
    return entriesOf(suite.branch, id);
  }

  async function countApplications(): Promise<number> {
    const { count } = await suite.gateway.db
      .selectFrom('applications')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  it('WB-1: registers an application, with the notice and the registration SMS, and shows number, code and deadline', async () => {
    const sent = await visitor.fillAndSend();
    expect(sent).toMatchObject({ status: 303, location: '/basvuru/alindi' });
    const page = (await visitor.browser.get(sent.location)).body;
    expect(page).toContain('Başvurunuz alındı');
    expect(page).toContain('<svg class="bar-code" role="img"');
    const { applicationNo, trackingCode } = await visitor.seeTaken(sent);
    const entries = await entriesByNumber(applicationNo);
    expect(entries.map(({ type, actor }) => [type, actor])).toEqual([
      ['application.registered', 'intake:web'],
      ['notice.given', 'intake:web'],
      ['sms.requested', 'intake:web'],
    ]);
    expect(foldApplication(entries)).toMatchObject({
      registration: {
        channel: 'web',
        trackingCode,
        description: filledForm.aciklama,
        topicFields: { fault: 'several', location: 'Işıklar Sokak 7 önü' },
        premises: { province: 'Eskişehir', district: 'Odunpazarı', neighbourhood: 'Yenidoğan' },
        applicant: { kind: 'person', name: 'Gülşen Işık', phone: '+905321234567', email: null },
        identityVerifiedBy: 'not_verified',
        applicationNo: expect.stringMatching(/^26-2026-00\d{5}$/),
      },
      notices: [{ textHash: shippedCatalogue.notice.hash, method: 'read_on_screen' }],
    });
    for (const personal of ['Gülşen', '0532', '532123', 'Işıklar', 'Yenidoğan'])
      expect(page).not.toContain(personal);
  });

  it('WB-1: shows the notice that the branch has published, and the record points at it', async () => {
    const branch = await createTestBranch(suite.gateway, '13');
    await setIntakeBranch(suite.gateway.db, { province: 'Uşak', branch: '13' });
    const counter = createTestCounter(clock);
    const text = { ...aNotice({ validFrom: '2026-01-01', title: 'Uşak’ın aydınlatma metni' }), version: 2 };
    counter.write(fact({ kind: 'text', id: text.code }, 'text.published', { text }));
    expect((await branch.push(counter.log, counter.entries)).status).toBe(200);

    const fromUsak = { ...filledForm, yer: 'Uşak/Banaz' };
    const refused = await visitor.fillAndSend(fromUsak);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Aydınlatma metni siz yazarken değişti');
    expect(refused.body).toContain('Uşak’ın aydınlatma metni');
    const { applicationNo } = await visitor.seeTaken(await visitor.send(fromUsak));
    const { id } = await suite.gateway.db
      .selectFrom('applications')
      .select('id')
      .where('application_no', '=', applicationNo)
      .executeTakeFirstOrThrow();
    expect(foldApplication(await entriesOf(branch, id))?.notices).toMatchObject([
      {
        textCode: text.code,
        textVersion: 2,
        textHash: expect.not.stringMatching(shippedCatalogue.notice.hash),
      },
    ]);
  });

  it('leads to the tracking page, where the code shows the application', async () => {
    const { applicationNo, trackingCode } = await visitor.seeTaken(await visitor.fillAndSend());
    const status = await visitor.browser.submit('/takip', { kod: formatTrackingCode(trackingCode) });
    expect(status.body).toContain('Başvurunuz alındı');
    expect(status.body).toContain(applicationNo);
  });

  it('comes back with every error at its field, a summary that leads there and all that was typed', async () => {
    const before = await countApplications();
    const { status, body } = await visitor.fillAndSend({
      aciklama: '  ',
      alan_location: 'Çınar <b>altı</b>',
      cep: '0222 230 00 00',
      kimlik: '123',
      donus: 'email',
    });
    expect(status).toBe(422);
    const summary = [...body.matchAll(/<li><a href="#(\w[\w-]*)">([^<]+)<\/a><\/li>/g)].map((match) => [
      match[1],
      match[2],
    ]);
    expect(summary).toEqual([
      ['tur', 'Başvuru türü seçilmeli.'],
      ['alan_fault', 'Arıza türü yazılmalı.'],
      ['aciklama', 'Başvurunun konusu yazılmalı.'],
      ['yer', 'İl ve ilçe listeden seçilmeli.'],
      ['basvuran', 'Başvuru sahibinin türü seçilmeli.'],
      ['ad', 'Ad soyad ya da unvan yazılmalı.'],
      ['kimlik', 'Kimlik numarası 11, vergi numarası 10 rakam olmalı.'],
      ['sifat', 'Başvuranın sıfatı seçilmeli.'],
      ['cep', expect.stringContaining('SMS alamaz')],
      ['eposta', 'E-postayla dönüş için e-posta adresi yazılmalı.'],
    ]);
    for (const [name = ''] of summary) {
      expect(body).toContain(`id="${name}"`);
      expect(body).toContain(`id="${name}-hata"`);
      expect(body).toMatch(new RegExp(`aria-describedby="[^"]*\\b${name}-hata`));
    }
    expect(body).toContain('value="Çınar &lt;b&gt;altı&lt;/b&gt;"');
    expect(body).toContain('value="0222 230 00 00"');
    expect(await countApplications()).toBe(before);
    expect((await visitor.send()).status).toBe(303);
  });

  it('asks for an address where the answer is to be written, and takes a report without a name', async () => {
    const written = { ...filledForm, mahalle: '', sokak: '', kapi: '', donus: 'written' };
    expect((await visitor.fillAndSend(written)).body).toContain('Yazılı dönüş için adres yazılmalı.');
    const report = {
      alan_location: 'Pazar yeri yanındaki büfe',
      aciklama: 'Direkten doğrudan hat çekilmiş.',
      yer: 'Eskişehir/Tepebaşı',
      basvuran: 'anonymous',
      donus: 'telephone',
    };
    const named = await visitor.fillAndSend({ ...report, ad: 'Gülşen' }, 'illegal_use_report');
    expect(named.body).toContain('Kimliğinizi vermemeyi seçtiniz');
    const sent = await visitor.fillAndSend(report, 'illegal_use_report');
    const { applicationNo } = await visitor.seeTaken(sent);
    expect(foldApplication(await entriesByNumber(applicationNo))).toMatchObject({
      registration: { capacity: 'informant', applicant: { kind: 'anonymous', name: '', phone: null } },
      messages: [],
    });
    expect((await visitor.browser.get(sent.location)).body).toContain('SMS gönderilmez');
  });

  it('gives a code that opens the tracking page, which the number alone does not', async () => {
    const { applicationNo, trackingCode } = await visitor.seeTaken(await visitor.fillAndSend());
    for (const guess of [
      applicationNo,
      `${trackingCode.slice(0, -1)}${trackingCode.endsWith('2') ? '3' : '2'}`,
    ])
      expect((await visitor.browser.submit('/takip', { kod: guess })).status).toBe(422);
  });

  it('is closed where the branch has switched the channel off, and says what to do', async () => {
    const counter = createTestCounter(clock);
    const push = async (isOn: boolean, version: number) => {
      const channels = shippedCatalogue.channels.channels.map((item) =>
        item.code === 'web' ? { ...item, isOn } : item,
      );
      const value = JSON.parse(JSON.stringify({ version, channels }));
      counter.write(fact({ kind: 'settings', id: 'channels' }, 'settings.changed', { value }));
      expect((await suite.branch.push(counter.log, counter.entries)).status).toBe(200);
    };
    await visitor.open();
    clock.forward(30_000);
    await push(false, 2);
    expect((await visitor.send()).body).toContain('Web kanalı şu anda hizmette değil.');
    expect(await createFormVisitor(suite.gateway, clock.forward).open()).toMatchObject({
      status: 503,
      body: expect.stringContaining('İnternet formu şu anda hizmette değil'),
    });
    clock.forward(1_000);
    await push(true, 3);
    expect((await visitor.send()).status).toBe(303);
  });

  describe('sent more than once', () => {
    it('gives the first application: a double click, a reload and the back button', async () => {
      await visitor.open();
      clock.forward(30_000);
      const twice = await Promise.all([visitor.send(), visitor.send()]);
      expect(twice.map(({ location }) => location)).toEqual(['/basvuru/alindi', '/basvuru/alindi']);
      const first = await visitor.seeTaken(await visitor.send());
      expect(await visitor.seeTaken(await visitor.send())).toEqual(first);
      const changed = await visitor.send({ ...filledForm, aciklama: 'Şimdi başka' });
      expect(changed.location).toBe('/basvuru/alindi?degisti=1');
      expect((await visitor.browser.get(changed.location)).body).toContain('değişiklikler kaydedilmedi');
      expect(await entriesByNumber(first.applicationNo)).toHaveLength(3);
    });

    it('is another application from a form that was opened anew', async () => {
      const first = await visitor.seeTaken(await visitor.fillAndSend());
      const second = await visitor.seeTaken(await visitor.fillAndSend());
      expect(second.applicationNo).not.toBe(first.applicationNo);
    });

    it('shows what was taken for an hour, to the browser that sent it', async () => {
      const sent = await visitor.fillAndSend();
      expect((await visitor.browser.get(sent.location)).status).toBe(200);
      clock.forward(3_600_001);
      expect((await visitor.browser.get(sent.location)).status).toBe(404);
      const stranger = createFormVisitor(suite.gateway, clock.forward);
      expect((await stranger.browser.get('/basvuru/alindi')).status).toBe(404);
    });
  });

  describe('against robots and forgers', () => {
    it('wants a form of its own for this browser, and keeps what was typed', async () => {
      await visitor.open();
      clock.forward(30_000);
      for (const forged of [{ form: '' }, { muhur: 'x' }]) {
        const { status, body } = await visitor.send({ ...filledForm, ...forged });
        expect(status).toBe(403);
        expect(body).toContain('value="Gülşen Işık"');
      }
      clock.forward(30_000);
      expect((await visitor.send()).status).toBe(303);
    });

    it('shows nobody else what was taken under a form that they have seen', async () => {
      const { body } = await visitor.open();
      const [, seal = ''] = /name="muhur" value="([^"]+)"/.exec(body) ?? [];
      clock.forward(30_000);
      await visitor.send();
      const stranger = createFormVisitor(suite.gateway, clock.forward);
      await stranger.open();
      expect((await stranger.send({ ...filledForm, muhur: seal })).status).toBe(403);
    });

    it('wants the time that a person takes, and not longer than a day', async () => {
      await visitor.open();
      const fast = await visitor.send();
      expect(fast).toMatchObject({ status: 422 });
      expect(fast.body).toContain('çok çabuk');
      clock.forward(4_000);
      expect((await visitor.send()).status).toBe(303);
      await visitor.open();
      clock.forward(25 * 3_600_000);
      expect((await visitor.send()).body).toContain('süresi dolmuştu');
      clock.forward(30_000);
      expect((await visitor.send()).status).toBe(303);
    });

    it('takes nothing where the hidden field is filled', async () => {
      const caught = await visitor.fillAndSend({ ...filledForm, web_sitesi: 'https://example.com' });
      expect(caught.status).toBe(422);
      expect(caught.body).toContain('Boş kalması gereken bir alan');
    });

    it('is limited by address: five applications in ten minutes, thirty forms, sixty pages a minute', async () => {
      const statuses: number[] = [];
      for (let sent = 0; sent < 6; sent += 1) statuses.push((await visitor.fillAndSend()).status);
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
      const busy = createFormVisitor(suite.gateway, clock.forward);
      await busy.open();
      const sent: number[] = [];
      while (sent.length < 31) sent.push((await busy.send()).status);
      expect(sent).toEqual([...Array(30).fill(422), 429]);
      const seen: number[] = [];
      while (seen.length < 60) seen.push((await busy.open()).status);
      expect(seen.filter((status) => status === 429)).toHaveLength(1);
    });
  });

  it('says in words where no branch is named, and keeps what was typed', async () => {
    await suite.gateway.db.deleteFrom('intake_branches').execute();
    await suite.gateway.db.updateTable('api_keys').set({ withdrawn_at: 'x' }).execute();
    const refused = await visitor.fillAndSend();
    await suite.gateway.db.updateTable('api_keys').set({ withdrawn_at: null }).execute();
    await setIntakeBranch(suite.gateway.db, { province: null, branch: '26' });
    expect(refused).toMatchObject({ status: 503 });
    expect(refused.body).toContain('kaydedilmedi');
    expect(refused.body).toContain('value="Gülşen Işık"');
  });

  it('leads with a retail or special-category topic to where it belongs, and with an unknown one to the list', async () => {
    const retail = await visitor.open('billing');
    expect(retail.body).toContain('OEPSAŞ');
    expect(retail.body).not.toContain('<form method="post" action="/basvuru');
    expect((await visitor.send(filledForm, 'billing')).status).toBe(422);
    expect((await visitor.open('life_support')).body).toContain('açık rıza');
    expect((await visitor.send(filledForm, 'life_support')).status).toBe(422);
    for (const topic of ['moon', 'prepaid_meter', '%00'])
      expect((await visitor.open(topic)).status).toBe(404);
  });

  it('says first where life may be in danger, and asks each topic’s own fields', async () => {
    const hazard = (await visitor.open('hazard')).body;
    expect(hazard.indexOf('Hayati tehlike varsa hemen')).toBeLessThan(hazard.indexOf('<h1>'));
    expect(formTopics.length).toBeGreaterThan(30);
    for (const { code, fields } of formTopics) {
      const { status, body } = await createFormVisitor(suite.gateway, clock.forward).open(code);
      expect(status).toBe(200);
      for (const { key } of fields) expect(body).toContain(`name="alan_${key}"`);
    }
  });
});
