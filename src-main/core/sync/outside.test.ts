import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import { untilQuiet } from '../../testing/sync/evidence.ts';
import {
  answerOnTeamPage,
  applyByApp,
  applyByWebForm,
  sendOutsideTo,
  trackOnPage,
} from '../../testing/sync/outside.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { closing, recordCall } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair;

beforeAll(async () => {
  central = await startCentral();
  pair = await openPair(central);
  await sendOutsideTo(central, pair.one.branch);
});
afterAll(async () => {
  await pair.remove();
  await central.remove();
});

test.each([
  ['WB-1 WB-2 WB-3 WB-4', 'web', 'Web formu', applyByWebForm],
  ['AP-1 AP-2 AP-3 AP-4', 'app', 'Mobil uygulama', applyByApp],
] as const)(
  '%s: an application from outside reaches the counters, is routed, answered by the team, called about and closed',
  async (steps, channel, actorName, apply) => {
    const { one, two } = pair;
    const both = () => untilQuiet(central, [one, two]);
    const { applicationId, trackingCode } = await apply(central);
    await both();
    for (const counter of [one, two]) {
      const { rows } = await counter.ok('application.list', {
        list: 'open',
        channel,
        offset: 0,
        limit: 10,
      });
      expect(rows.map(({ id }) => id)).toEqual([applicationId]);
    }
    const taken = await one.ok('application.get', { applicationId });
    expect(taken).toMatchObject({ channel, status: 'registered', trackingCode });
    expect(taken.timeline[0]).toMatchObject({ kind: 'registered', actorName });
    expect((await two.ok('search.find', { text: taken.applicationNo })).applications).toHaveLength(1);

    const teamCode = 'street_lighting';
    await one.ok('application.route', { applicationId, teamCode, note: '' });
    await both();
    await answerOnTeamPage(central, teamCode, applicationId, 'Üç lamba değiştirildi');
    await both();
    const answered = await two.ok('application.list', { list: 'answered', channel, offset: 0, limit: 10 });
    expect(answered.rows.map(({ id }) => id)).toEqual([applicationId]);
    await recordCall(two, applicationId);
    await two.ok('application.close', closing(applicationId, 'Üç lamba değiştirildi'));
    await both();

    const closed = await one.ok('application.get', { applicationId });
    expect(closed.steps.map(({ id, standing }) => [id, standing])).toEqual(
      steps.split(' ').map((step) => [step, 'done']),
    );
    expect(closed).toMatchObject({ status: 'closed', conflicts: [], closing: { followedProcedure: true } });
    const sms = await central
      .gateway()
      .db.selectFrom('sms_outbox')
      .select(['text', 'state'])
      .where('stream_id', '=', applicationId)
      .execute();
    expect(sms).toHaveLength(2);
    // Their times are two clocks'.
    expect(sms).toEqual(
      expect.arrayContaining([
        { text: expect.stringContaining('kayda alındı'), state: 'delivered' },
        { text: expect.stringContaining('Sonuç: Üç lamba değiştirildi.'), state: 'delivered' },
      ]),
    );
    expect(await trackOnPage(central, trackingCode)).toContain('Başvurunuz sonuçlandı');
  },
);

test('a gateway that is restored from before an application gets it back, and gives its number to nobody else', async () => {
  const counters = [pair.one, pair.two];
  const backup = await central.backUp();
  const lost = await applyByApp(central);
  await untilQuiet(central, counters);
  central.advance(3_600_000);
  await central.restore(backup);
  const next = await applyByApp(central);
  await untilQuiet(central, counters);
  const numbers = await central
    .gateway()
    .db.selectFrom('applications')
    .select(['id', 'application_no'])
    .where('id', 'in', [lost.applicationId, next.applicationId])
    .execute();
  expect(numbers).toHaveLength(2);
  expect(new Set(numbers.map((row) => row.application_no)).size).toBe(2);
  expect(await trackOnPage(central, lost.trackingCode)).toContain('Başvurunuz alındı');
});
