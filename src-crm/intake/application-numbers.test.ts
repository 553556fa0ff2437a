import { describe, expect, it } from 'vitest';
import { databaseVarieties } from '../testing/databases.ts';
import { createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';
import { createApplicationNumbers } from './application-numbers.ts';

describe.each(databaseVarieties())('application numbers of the gateway on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, createTestClock());
  const next = (numbers: ReturnType<typeof createApplicationNumbers>, branch: string, year = '2026') =>
    suite.gateway.db.transaction().execute((tx) => numbers(tx, { branch, year }));

  it('begin at 1 in each branch and year', async () => {
    const numbers = createApplicationNumbers();
    expect([await next(numbers, '26'), await next(numbers, '26')]).toEqual([
      '26-2026-0000001',
      '26-2026-0000002',
    ]);
    expect(await next(numbers, '26', '2027')).toBe('26-2027-0000001');
    expect(await next(numbers, '43')).toBe('43-2026-0000001');
  });

  it('leave out what an old backup may have forgotten, where another process goes on', async () => {
    expect(await next(createApplicationNumbers(), '11')).toBe('11-2026-0000001');
    const restarted = createApplicationNumbers();
    expect(await next(restarted, '11')).toBe('11-2026-0000102');
    expect(await next(restarted, '11')).toBe('11-2026-0000103');
  });

  it('go on above what came back from a counter', async () => {
    await suite.gateway.db
      .insertInto('applications')
      .values({
        ...{ id: 'returned', branch: '64', application_no: '64-2026-0000417', tracking_code: 'X' },
        ...{ status: 'registered', topic_code: 'other', application_type: 'request' },
        ...{ registered_at: '2026-03-02T08:00:00.000Z', due_at: '2026-03-20T20:59:59.999Z' },
        last_entry_at: '2026-03-02T08:00:00.000Z',
      })
      .execute();
    expect(await next(createApplicationNumbers(), '64')).toBe('64-2026-0000518');
  });

  it('end with the year’s last', async () => {
    await suite.gateway.db
      .insertInto('intake_numbers')
      .values({ branch: '03', year: '2026', last: 99_898 })
      .execute();
    const numbers = createApplicationNumbers();
    expect(await next(numbers, '03')).toBe('03-2026-0099999');
    await expect(next(numbers, '03')).rejects.toThrow('used up');
  });
});
