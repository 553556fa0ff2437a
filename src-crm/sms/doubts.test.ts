import { describe, expect, it } from 'vitest';
import { databaseVarieties } from '../testing/databases.ts';
import { sendingWorld } from '../testing/sms/sending-world.ts';
import { believedAfterMs, doubtLimitMs } from './doubts.ts';
import type { SendOutcome, SmsDriver } from './driver.ts';
import { leaseMs } from './sms-outbox.ts';

const uncertain: SendOutcome = { kind: 'uncertain', reason: 'Yanıt alınamadı' };

describe.each(databaseVarieties())('an SMS in doubt on $name', ({ start }) => {
  const world = sendingWorld(start);

  it('is not sent again by itself, and the counter is told after a day', async () => {
    world.provider.answers.push(uncertain);
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    for (let passed = 0; passed < doubtLimitMs; passed += 3_600_000) {
      world.clock.forward(3_600_000 - 1);
      await world.gateway.sendDueSms();
      expect(await world.reports()).toEqual([]);
      expect(await world.health()).toEqual({ status: 'degraded', reasons: ['sms_uncertain'] });
      world.clock.forward(1);
    }
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
    expect(await world.reports()).toEqual([
      { smsId: 'sms-1', state: 'failed', driver: 'provider', detail: 'Gönderildiği doğrulanamadı' },
    ]);
    expect(await world.health()).toEqual({ status: 'ok', reasons: [] });
  });

  it('is one too when a driver throws', async () => {
    world.provider.answers.push(new Error('socket hang up'));
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    world.clock.forward(3_600_000);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
  });

  it('is sent no second time by the process that follows one which died with it', async () => {
    await world.request('sms-1');
    const dying: SmsDriver = {
      ...world.provider.driver,
      send: async (message) => {
        await world.provider.driver.send(message);
        await world.gateway.stop();
        return { kind: 'accepted', reference: 'lost' };
      },
    };
    await world.reopenWith(dying);
    await expect(world.gateway.sendDueSms()).rejects.toThrow('destroyed');
    await world.reopen(false);
    world.clock.forward(leaseMs);
    await world.gateway.sendDueSms();
    world.clock.forward(3_600_000);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual([]);
    expect((await (await world.operatorsBrowser()).get('/giden-kutusu')).body).toContain('ağ geçidi durdu');
  });

  it('is found at a provider that can be asked, and its delivery is reported', async () => {
    await world.reopen(true);
    world.provider.answers.push(uncertain);
    world.provider.found.push({ kind: 'no_answer' }, { kind: 'taken', reference: 'found-1' });
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    world.clock.forward(3_600_000);
    await world.gateway.sendDueSms();
    world.clock.forward(3_600_000);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
    expect(await world.reports()).toMatchObject([
      { state: 'accepted', detail: 'found-1' },
      { state: 'delivered', detail: 'DELIVRD' },
    ]);
  });

  it('is sent again when the provider does not have it, but not while it may still be on its way', async () => {
    await world.reopen(true);
    world.provider.answers.push(uncertain);
    world.provider.found.push({ kind: 'not_taken' }, { kind: 'not_taken' });
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    world.clock.forward(10_000);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
    world.clock.forward(believedAfterMs);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1', 'sms-1']);
    expect(await world.reports()).toMatchObject([{ state: 'accepted' }, { state: 'delivered' }]);
  });

  it('waits for an operator, who says that it was sent', async () => {
    world.provider.answers.push(uncertain);
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    const browser = await world.operatorsBrowser();
    expect((await browser.get('/giden-kutusu')).body).toContain('Gönderilip gönderilmediği bilinmiyor');
    const done = await browser.submit('/giden-kutusu/sms-1/gonderilmis-say');
    expect(done.location).toBe('/giden-kutusu?oldu=sent');
    world.clock.forward(2 * doubtLimitMs);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
    expect(await world.reports()).toMatchObject([
      { state: 'accepted', detail: 'Deniz Ak gönderilmiş saydı' },
    ]);
  });

  it('waits for an operator, who has it sent again once', async () => {
    world.provider.answers.push(uncertain);
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    const browser = await world.operatorsBrowser();
    await browser.get('/giden-kutusu');
    expect((await browser.submit('/giden-kutusu/sms-1/yeniden-gonder', { form: '' })).status).toBe(403);
    expect((await browser.submit('/giden-kutusu/sms-1/yeniden-gonder')).status).toBe(303);
    expect((await browser.submit('/giden-kutusu/sms-1/yeniden-gonder')).status).toBe(409);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1', 'sms-1']);
    expect(await world.reports()).toMatchObject([{ state: 'accepted' }, { state: 'delivered' }]);
  });
});
