import { describe, expect, it } from 'vitest';
import { databaseVarieties } from '../testing/databases.ts';
import { sendingWorld } from '../testing/sms/sending-world.ts';
import type { DeliveryReport, SendOutcome, SmsDriver } from './driver.ts';
import { blockedPauseMs } from './pauses.ts';
import { keepReceipts } from './receipts.ts';

const uncertain: SendOutcome = { kind: 'uncertain', reason: 'Yanıt alınamadı' };

describe.each(databaseVarieties())('a provider that is not there for us on $name', ({ start }) => {
  const world = sendingWorld(start);

  it('waits as long as the provider refuses everything, which an operator and the monitoring see', async () => {
    const reason = 'Hesapta bakiye kalmadı';
    world.provider.answers.push({ kind: 'blocked', reason, holdsAll: true });
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    await world.request('sms-2');
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
    expect(await world.health()).toEqual({ status: 'degraded', reasons: ['sms_blocked'] });
    const { body } = await (await world.operatorsBrowser()).get('/giden-kutusu');
    expect(body).toContain(`SMS gönderilemiyor: ${reason}. 2 SMS bekliyor`);
    expect(await world.reports()).toEqual([]);
    world.clock.forward(blockedPauseMs);
    await world.gateway.sendDueSms();
    expect(world.provider.tries.toSorted()).toEqual(['sms-1', 'sms-1', 'sms-2']);
    expect(await world.health()).toEqual({ status: 'ok', reasons: [] });
    expect(await world.reports()).toHaveLength(4);
  });

  it('is shown and told to the monitoring when its provider is away for long', async () => {
    const reason = 'SMS sağlayıcısına bağlanılamadı';
    world.provider.answers.push(...Array<SendOutcome>(10).fill({ kind: 'unknown', reason }));
    await world.request('sms-1');
    for (let tried = 0; tried < 9; tried += 1) {
      await world.gateway.sendDueSms();
      world.clock.forward(900_000);
    }
    expect(await world.health()).toEqual({ status: 'ok', reasons: [] });
    await world.gateway.sendDueSms();
    expect(await world.health()).toEqual({ status: 'degraded', reasons: ['sms_delayed'] });
    const { body } = await (await world.operatorsBrowser()).get('/giden-kutusu');
    expect(body).toContain('1 SMS defalarca denendi ve henüz gönderilemedi');
    world.clock.forward(900_000);
    await world.gateway.sendDueSms();
    expect(await world.health()).toEqual({ status: 'ok', reasons: [] });
  });

  it('leaves a provider alone that takes nothing for now', async () => {
    const reason = 'Sağlayıcının gönderim hızı sınırına gelindi';
    world.provider.answers.push({ kind: 'unknown', reason, retryAfterMs: 60_000, holdsAll: true });
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    await world.request('sms-2');
    world.clock.forward(50_000);
    await world.gateway.sendDueSms();
    expect(world.provider.tries).toEqual(['sms-1']);
    world.clock.forward(10_000);
    await world.gateway.sendDueSms();
    expect(world.provider.tries.toSorted()).toEqual(['sms-1', 'sms-1', 'sms-2']);
  });

  it('asks no other provider about what an earlier one took or may have taken', async () => {
    world.provider.answers.push(uncertain);
    world.provider.deliveries.push({ kind: 'pending' });
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    await world.request('sms-2');
    await world.gateway.sendDueSms();
    const asked: string[] = [];
    const other: SmsDriver = {
      name: 'other',
      repeatsSafely: false,
      send: async ({ clientKey }) => ({ kind: 'accepted', reference: clientKey }),
      lookUp: async ({ clientKey }) => {
        asked.push(clientKey);
        return { kind: 'not_taken' };
      },
      delivery: async (reference) => {
        asked.push(reference);
        return { kind: 'delivered', detail: 'DELIVRD' };
      },
    };
    await world.reopenWith(other);
    world.clock.forward(3_600_000);
    await world.gateway.sendDueSms();
    expect(asked).toEqual([]);
  });

  it('has what was pushed while nobody listened to it, also after a restart', async () => {
    world.provider.deliveries.push({ kind: 'pending' });
    await world.request('sms-1');
    await world.gateway.sendDueSms();
    const delivery = { kind: 'delivered', detail: 'Telefona iletildi' } as const;
    await keepReceipts(world.gateway.db, world.clock, [
      { driver: 'provider', reference: 'ref-sms-1', delivery },
    ]);
    await world.reopen(false);
    world.clock.forward(3_600_000);
    await world.gateway.sendDueSms();
    expect(await world.reports()).toMatchObject([
      { state: 'accepted' },
      { state: 'delivered', detail: delivery.detail },
    ]);
    world.clock.forward(8 * 24 * 3_600_000);
    await keepReceipts(world.gateway.db, world.clock, []);
    expect(await world.gateway.db.selectFrom('sms_receipts').selectAll().execute()).toEqual([]);
  });

  it('stops asking for a report after three days and says so', async () => {
    world.provider.deliveries.push(...Array<DeliveryReport>(40).fill({ kind: 'pending' }));
    await world.request('sms-1');
    for (let day = 0; day < 5; day += 1) {
      await world.gateway.sendDueSms();
      world.clock.forward(24 * 3_600_000);
    }
    expect(await world.reports()).toMatchObject([
      { state: 'accepted', detail: 'ref-sms-1' },
      { state: 'accepted', detail: 'Sağlayıcı üç gün içinde teslim raporu vermedi' },
    ]);
  });
});
