import { describe, expect, it } from 'vitest';
import { createTestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, closed, consumerRecorded, registered, routed, smsRequested } from '../testing/facts.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import { rebuildProjections } from './rebuild.ts';

const clock = createTestClock();

describe.each(databaseVarieties())('projections on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);

  function applications() {
    return suite.gateway.db.selectFrom('applications').selectAll().orderBy('id').execute();
  }
  function consumers() {
    return suite.gateway.db.selectFrom('consumers').selectAll().orderBy('id').execute();
  }

  it('holds a registration that arrives after what was caused by it', async () => {
    const [desk, router] = [createTestCounter(clock), createTestCounter(clock)];
    const stream = application('late');
    desk.write(registered(stream));
    clock.forward(1_000);
    router.write(routed(stream));
    await suite.branch.push(router.log, router.entries);
    expect((await applications()).find((row) => row.id === 'late')).toBeUndefined();
    await suite.branch.push(desk.log, desk.entries);
    expect((await applications()).find((row) => row.id === 'late')).toMatchObject({
      status: 'routed',
      team_code: 'AYD',
    });
  });

  it('come out the same when they are rebuilt from the ledger', async () => {
    const counter = createTestCounter(clock);
    for (let made = 0; made < 60; made += 1) {
      const stream = application();
      counter.write(registered(stream));
      if (made % 2 === 0) counter.write(routed(stream));
      if (made % 3 === 0) counter.write(smsRequested(stream));
      if (made % 5 === 0) counter.write(closed(stream));
      counter.write(consumerRecorded(`c-${made % 7}`, { name: `Kişi ${made}` }));
      clock.forward(10);
    }
    for (let from = 0; from < counter.entries.length; from += 9)
      await suite.branch.push(counter.log, counter.entries.slice(from, from + 9));
    await suite.gateway.sendDueSms();
    const before = { applications: await applications(), consumers: await consumers() };
    expect(before.applications.length).toBeGreaterThanOrEqual(60);
    expect(before.consumers).toHaveLength(7);

    await suite.gateway.db.updateTable('applications').set({ status: 'closed', team_code: null }).execute();
    await suite.gateway.db.deleteFrom('consumers').where('id', '=', 'c-1').execute();
    await rebuildProjections(suite.gateway.db);
    expect({ applications: await applications(), consumers: await consumers() }).toEqual(before);
  });

  it('is untouched by a slice that is refused', async () => {
    const before = await applications();
    const counter = createTestCounter(clock);
    counter.write(registered(application()));
    const broken = counter.entries.map((entry) => ({ ...entry, actor: 'someone else' }));
    expect((await suite.branch.push(counter.log, broken)).status).toBe(422);
    expect(await applications()).toEqual(before);
  });
});
