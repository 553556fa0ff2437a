import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownEntry } from '../../src-shared/ledger/entry-types.ts';
import { entriesOfStream } from '../ledger/entry-rows.ts';
import { createTestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { smsRequested } from '../testing/facts.ts';
import { createTestBranch, createTestClock, openTestGateway } from '../testing/gateway.ts';

describe.each(databaseVarieties())('the code for a number on $name', ({ start }) => {
  const clock = createTestClock();
  let server: DatabaseServer;
  beforeAll(() => {
    server = start();
  });
  afterAll(() => server.stop());

  it('is sent like any SMS, and its report comes back on the check of the number', async () => {
    const gateway = await openTestGateway(await server.create(), { clock });
    const branch = await createTestBranch(gateway, '26');
    try {
      const counter = createTestCounter(clock);
      const check = { kind: 'phone', id: 'check-1' };
      counter.write(smsRequested(check, 'sms-1'));
      expect((await branch.push(counter.log, counter.entries)).status).toBe(200);
      await gateway.sendDueSms();
      const reports = (await entriesOfStream(gateway.db, check)).flatMap((entry) => {
        const known = knownEntry(entry);
        return known?.type === 'sms.reported' ? [[known.payload.smsId, known.payload.state]] : [];
      });
      expect(reports).toEqual([
        ['sms-1', 'accepted'],
        ['sms-1', 'delivered'],
      ]);
      await gateway.sendDueSms();
      expect(await entriesOfStream(gateway.db, check)).toHaveLength(3);
    } finally {
      await gateway.stop();
    }
  });
});
