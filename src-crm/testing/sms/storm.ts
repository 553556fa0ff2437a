import { expect } from 'vitest';
import type { Gateway } from '../../create-gateway.ts';
import type { DatabaseSource } from '../../db/open.ts';
import type { DriverParts } from '../../sms/config/create-driver.ts';
import { doubtLimitMs } from '../../sms/doubts.ts';
import type { SmsDriver } from '../../sms/driver.ts';
import { createTestBranch, type createTestClock, openTestGateway } from '../gateway.ts';
import { type AskedSms, ask, expectRules, type Fate, fatesOf } from './many-sms.ts';
import type { Phones } from './phones.ts';

export type Storm = {
  readonly source: DatabaseSource;
  readonly clock: ReturnType<typeof createTestClock>;
  readonly seeded: { readonly next: () => number; readonly isOneIn: (times: number) => boolean };
  readonly asked: readonly AskedSms[];
  readonly phones: Phones;
  /** Once for each life of the process. */
  readonly createDriver: (parts: DriverParts) => SmsDriver;
  /** Called when the weather clears, before a last start of the process. */
  readonly endFaults: () => void;
  /** The provider says by itself what it has to say; after each round. */
  readonly push: (gateway: Gateway) => Promise<void>;
  readonly reportToken?: string;
};

/**
 * SMS are asked for in batches while the provider fails and the process dies between answer and note; then all is
 * well for longer than the limit of a doubt. The two rules hold after every round.
 */
export async function runStorm(storm: Storm): Promise<readonly Fate[]> {
  const { clock, seeded, asked, phones } = storm;
  let isStormy = true;
  let isDead = false;
  let gateway = await open();
  let branch = await createTestBranch(gateway, '26');

  function open(): Promise<Gateway> {
    return openTestGateway(storm.source, {
      clock,
      random: seeded.next,
      ...(storm.reportToken !== undefined && { smsReportToken: storm.reportToken }),
      smsDriver: (parts) => {
        const driver = storm.createDriver(parts);
        // As the gateway's own start does: receipts come on a connection, also while nothing is sent.
        driver.start?.();
        return {
          ...driver,
          send: async (message) => {
            const outcome = await driver.send(message);
            if (isStormy && !isDead && seeded.isOneIn(40)) {
              isDead = true;
              await gateway.stop();
            }
            return outcome;
          },
        };
      },
    });
  }

  async function round(): Promise<void> {
    const ended = await gateway.sendDueSms().then(
      () => 'whole',
      (error: unknown) => error,
    );
    if (isDead) {
      isDead = false;
      gateway = await open();
      branch = await createTestBranch(gateway, '26');
    } else expect(ended).toBe('whole');
    await storm.push(gateway);
    clock.forward(Math.floor(seeded.next() * 180_000));
    expectRules(await fatesOf(gateway, branch, asked, phones));
  }

  for (let batch = 0; batch < asked.length; batch += 10) {
    await ask(branch, clock, asked.slice(batch, batch + 10));
    for (let times = 0; times < 4; times += 1) await round();
  }
  isStormy = false;
  storm.endFaults();
  await gateway.stop();
  gateway = await open();
  branch = await createTestBranch(gateway, '26');
  for (let times = 0; times < 14; times += 1) {
    await round();
    clock.forward(doubtLimitMs / 12);
  }
  const fates = await fatesOf(gateway, branch, asked, phones);
  expectRules(fates);
  await gateway.stop();
  return fates;
}
