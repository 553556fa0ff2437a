import { join } from 'node:path';
import type { Logger, Ports, SampleGateway, Secrets } from '../core/ports.ts';
import { createSystemClock } from './clock.ts';
import { connectCrm } from './crm-http.ts';
import { createIds } from './ids.ts';
import { createLan } from './lan/create-lan.ts';
import { connectOnlineMeetings } from './online-meetings/connect.ts';
import { createPapers } from './paper/create-papers.ts';
import { createPrinters } from './printing/create-printers.ts';
import type { SystemQueues } from './printing/system-queues.ts';
import { createSealer } from './seal/create-sealer.ts';

/** What both hosts supply alike, beside what each has of its own. */
export function createPorts(own: {
  readonly log: Logger;
  readonly secrets: Secrets;
  readonly sampleGateway: SampleGateway;
  readonly dataDir: string;
  /** Where the host prints on the system's printers in a way of its own. */
  readonly queues?: SystemQueues;
}): Ports {
  const { dataDir, queues, ...rest } = own;
  const clock = createSystemClock();
  return {
    ...rest,
    lan: createLan({ identityFile: join(dataDir, 'lan.pem'), log: own.log }),
    clock,
    ids: createIds(),
    printers: createPrinters({ clock, ...(queues && { queues }) }),
    papers: createPapers(),
    sealer: createSealer(),
    connectUpstream: (target) => connectCrm(target),
    connectOnlineMeetings,
  };
}
