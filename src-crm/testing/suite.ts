import { afterAll, beforeAll } from 'vitest';
import type { Gateway } from '../create-gateway.ts';
import type { Clock } from '../lib/clock.ts';
import type { DatabaseServer, DatabaseVariety } from './databases.ts';
import { createTestBranch, openTestGateway, type TestClient } from './gateway.ts';

export type Suite = {
  readonly gateway: Gateway;
  /** Speaks as a counter of branch 26. */
  readonly branch: TestClient;
};

/** One gateway for all tests of a suite, on a database of its own; there as soon as the first of them runs. */
export function gatewayOfSuite(start: DatabaseVariety['start'], clock: Clock): Suite {
  let server: DatabaseServer | undefined;
  let open: Suite | undefined;

  beforeAll(async () => {
    server = start();
    const gateway = await openTestGateway(await server.create(), { clock });
    open = { gateway, branch: await createTestBranch(gateway, '26') };
  });
  afterAll(async () => {
    await open?.gateway.stop();
    server?.stop();
  });

  function opened(): Suite {
    if (open === undefined) throw new Error('The gateway of a suite is there for its tests alone');
    return open;
  }

  return {
    get gateway() {
      return opened().gateway;
    },
    get branch() {
      return opened().branch;
    },
  };
}
