import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { anApplication, comeBack, setUp, signInAgain, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const phone = '0532 123 45 67';
/** What the four bytes of `drawn` make. */
const code = '123456';
const drawn = new Uint8Array([0x00, 0x01, 0xe2, 0x40]);

beforeEach(async () => {
  counter = await makeCore({ randomBytes: (length) => (length === drawn.length ? drawn : undefined) });
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

const send = (number = phone) => counter.call('phone.sendCode', { phone: number }, clerk);
const sent = async () => (await counter.ok('phone.sendCode', { phone }, clerk)).checkId;
const verify = (checkId: string, typed: string) =>
  counter.call('phone.verifyCode', { checkId, code: typed }, clerk);

describe('a number is verified', () => {
  test('by the code that was sent to it, which says what it is for and nothing else', async () => {
    const { checkId, expiresAt } = await counter.ok('phone.sendCode', { phone }, clerk);
    expect(expiresAt).toBe('2026-03-10T07:10:00.000Z');
    expect(await verify(checkId, '123 456')).toEqual({ ok: true, value: {} });
    const texts = await withStore(counter, ({ raw }) =>
      raw.prepare("select payload ->> 'text' from entries where type = 'sms.requested'").pluck().all(),
    );
    expect(texts).toEqual([`OEDAŞ başvuru bildirimleri için telefon doğrulama kodunuz: ${code}`]);
  });

  test('and the application says so; of another number it says nothing', async () => {
    const phoneCheckId = await sent();
    await verify(phoneCheckId, code);
    const { applicationId } = await counter.ok(
      'application.register',
      anApplication({ phoneCheckId }),
      clerk,
    );
    expect(await counter.ok('application.get', { applicationId }, clerk)).toMatchObject({
      isPhoneVerified: true,
    });
    const base = anApplication({ phoneCheckId });
    const other = { ...base, applicant: { ...base.applicant, phone: '0533 000 00 00' } };
    const before = await countEntries(counter);
    expect(await counter.call('application.register', other, clerk)).toMatchObject({
      error: { fields: [{ path: 'applicant.phone', message: expect.stringContaining('doğrulanmadı') }] },
    });
    expect(await countEntries(counter)).toBe(before);
  });

  test('not by a wrong code, nor by the right one after five wrong ones', async () => {
    const checkId = await sent();
    for (const left of [4, 3, 2, 1])
      expect(await verify(checkId, '000000')).toMatchObject({
        error: { fields: [{ path: 'code', message: `Kod yanlış. ${left} deneme kaldı.` }] },
      });
    expect(await verify(checkId, '000000')).toMatchObject({
      error: { fields: [{ message: expect.stringContaining('yeni kod gönderin') }] },
    });
    expect(await verify(checkId, code)).toMatchObject({ error: { code: 'code_over' } });
  });

  test('not after ten minutes, not by the code before the latest, and once', async () => {
    const first = await sent();
    const second = await sent();
    expect(await verify(first, code)).toMatchObject({ error: { code: 'code_over' } });
    expect(await verify(second, code)).toMatchObject({ ok: true });
    expect(await verify(second, code)).toMatchObject({ error: { code: 'code_over' } });
    const late = await sent();
    counter.clock.advance(10 * 60_000);
    await comeBack(counter, 'clerk');
    expect(await verify(late, code)).toMatchObject({ error: { code: 'code_over' } });
  });

  test('not after the program was started anew: the code is kept nowhere', async () => {
    const checkId = await sent();
    counter = await counter.reopen();
    await signInAgain(counter, 'clerk');
    expect(await verify(checkId, code)).toMatchObject({ error: { code: 'code_over' } });
  });
});

test('a fourth code within ten minutes, a landline and half a code are refused in words', async () => {
  for (let count = 0; count < 3; count += 1) await sent();
  expect(await send()).toMatchObject({ error: { code: 'code_too_often' } });
  expect(await send('0222 230 00 00')).toMatchObject({
    error: { fields: [{ path: 'phone', message: expect.stringContaining('SMS alamaz') }] },
  });
  expect(await verify('x', '123')).toMatchObject({
    error: { fields: [{ path: 'code', message: 'Kod altı rakamdır.' }] },
  });
});
