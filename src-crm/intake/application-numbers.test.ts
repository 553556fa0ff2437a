import { describe, expect, it } from 'vitest';
import { databaseVarieties } from '../testing/databases.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import { createApplicationNumbers } from './application-numbers.ts';

const hour = 3_600_000;

describe.each(databaseVarieties())('application numbers of the gateway on $name', ({ start }) => {
  const clock = createTestClock();
  const suite = gatewayOfSuite(start, clock);
  const begin = () => createApplicationNumbers(clock);
  const next = (numbers: ReturnType<typeof begin>, branch: string, year = '2026') =>
    suite.gateway.db.transaction().execute((tx) => numbers(tx, { branch, year }));

  it('begin at 1 in each branch and year, and go on one by one', async () => {
    const numbers = begin();
    expect(await next(numbers, '26')).toBe('26-2026-0000001');
    clock.forward(24 * hour);
    expect(await next(numbers, '26')).toBe('26-2026-0000002');
    expect(await next(numbers, '26', '2027')).toBe('26-2027-0000001');
    expect(await next(numbers, '43')).toBe('43-2026-0000001');
  });

  it('leave out what an old backup may have forgotten, where another process goes on', async () => {
    expect(await next(begin(), '11')).toBe('11-2026-0000001');
    clock.forward(hour);
    const restarted = begin();
    expect(await next(restarted, '11')).toBe('11-2026-0000008');
    expect(await next(restarted, '11')).toBe('11-2026-0000009');
    clock.forward(1_000 * hour);
    expect(await next(begin(), '11')).toBe('11-2026-0001010');
  });

  it('go on above what came back from a counter', async () => {
    await suite.gateway.db
      .insertInto('applications')
      .values({
        ...{ id: 'returned', branch: '64', application_no: '64-2026-0000417', tracking_code: 'X' },
        ...{ status: 'registered', topic_code: 'other', application_type: 'request' },
        ...{ registered_at: '2026-03-02T08:00:00.000Z', due_at: '2026-03-20T20:59:59.999Z' },
        ...{ last_entry_at: '2026-03-02T08:00:00.000Z', is_escalated: false },
      })
      .execute();
    expect(await next(begin(), '64')).toBe('64-2026-0000418');
  });

  it('end with the year’s last', async () => {
    await suite.gateway.db
      .insertInto('intake_numbers')
      .values({ branch: '03', year: '2026', last: 99_998, given_at: '2026-12-31T10:00:00.000Z' })
      .execute();
    const numbers = begin();
    expect(await next(numbers, '03')).toBe('03-2026-0099999');
    await expect(next(numbers, '03')).rejects.toThrow('used up');
  });
});
