import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { takeAsTeam } from '../../../testing/team.ts';
import { anApplication, comeBack, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const day = 86_400_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

const register = async () => (await counter.ok('application.register', anApplication(), clerk)).applicationId;
const file = (applicationId: string) => counter.ok('application.get', { applicationId }, clerk);
const reopen = (applicationId: string) =>
  counter.call('application.reopen', { applicationId, reason: 'Sorun sürüyor' }, clerk);

async function closed(): Promise<string> {
  const applicationId = await register();
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
  await counter.ok(
    'application.close',
    {
      applicationId,
      outcomeKind: 'resolved',
      outcome: 'Giderildi',
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    },
    clerk,
  );
  return applicationId;
}

async function pass(millis: number): Promise<void> {
  counter.clock.advance(millis);
  await comeBack(counter, 'clerk');
}

describe('a closed application', () => {
  test('is opened again with a deadline of its own, and asks for a call again', async () => {
    const id = await closed();
    await pass(5 * day);
    expect(await reopen(id)).toMatchObject({ ok: true });
    expect(await file(id)).toMatchObject({
      status: 'reopened',
      closing: null,
      // Sunday 15 March is when it was opened; the days begin on Monday.
      dueAt: '2026-04-06T20:59:59.999Z',
      closingGaps: [{ code: 'call' }],
    });
    const { rows } = await counter.ok('application.list', { list: 'reopened', offset: 0, limit: 9 }, clerk);
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  test('until the last moment of the window, and not after it, whatever else was done to it', async () => {
    const id = await closed();
    expect(await file(id)).toMatchObject({ reopenUntil: '2026-04-09T20:59:59.999Z', can: { reopen: true } });
    counter.clock.set('2026-04-09T20:59:59.999Z');
    await comeBack(counter, 'clerk');
    await counter.ok(
      'application.link',
      { applicationId: id, otherId: await register(), relation: 'related' },
      clerk,
    );
    expect(await file(id)).toMatchObject({ can: { reopen: true } });
    counter.clock.advance(1);
    expect(await file(id)).toMatchObject({ reopenUntil: null, can: { reopen: false } });
    expect(await reopen(id)).toMatchObject({
      error: { code: 'reopen_too_late', message: expect.stringContaining('09.04.2026 23:59') },
    });
  });
});

describe('escalation: nobody of the team takes it', () => {
  const lists = async () =>
    (await counter.ok('application.list', { list: 'escalated', offset: 0, limit: 9 }, clerk)).rows.map(
      ({ id }) => id,
    );

  /** The job may set its timer only after the clock was moved. */
  async function aMinuteLater() {
    counter.clock.advance(60_000);
    return lists();
  }

  async function routed(changes: Parameters<typeof anApplication>[0] = {}): Promise<string> {
    const { applicationId } = await counter.ok('application.register', anApplication(changes), clerk);
    await counter.ok('application.route', { applicationId, teamCode: 'outage_repair', note: '' }, clerk);
    return applicationId;
  }

  test('a supervisor is told once, on the working day after', async () => {
    const id = await routed();
    counter.core.start();
    counter.clock.set('2026-03-11T20:59:00.000Z');
    await comeBack(counter, 'clerk');
    expect(await lists()).toEqual([]);
    await expect.poll(aMinuteLater).toEqual([id]);
    counter.clock.advance(61_000);
    const { timeline, isEscalated } = await file(id);
    expect(isEscalated).toBe(true);
    expect(timeline.filter(({ kind }) => kind === 'escalated')).toHaveLength(1);
  });

  test('what is dangerous is told within the hour', async () => {
    const topicFields = { danger: 'wire', location: 'Okulun yanı' };
    const id = await routed({ topicCode: 'hazard', topicFields });
    counter.core.start();
    counter.clock.advance(3_660_000);
    await comeBack(counter, 'clerk');
    await expect.poll(aMinuteLater).toEqual([id]);
  });

  test('what was taken is left alone, and taking it later takes it off the list', async () => {
    const [taken, late] = [await routed(), await routed()];
    counter = await takeAsTeam(counter, taken, 'outage_repair');
    counter.core.start();
    counter.clock.set('2026-03-11T21:30:00.000Z');
    counter.clock.advance(60_000);
    await comeBack(counter, 'clerk');
    await expect.poll(aMinuteLater).toEqual([late]);
    counter = await takeAsTeam(counter, late, 'outage_repair');
    expect(await lists()).toEqual([]);
  });
});
