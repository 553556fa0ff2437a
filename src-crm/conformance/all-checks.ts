import type { Check } from './check.ts';
import { accessChecks } from './checks/access.ts';
import { atOnceChecks } from './checks/at-once.ts';
import { consumerChecks } from './checks/consumers.ts';
import { feedChecks } from './checks/feed.ts';
import { formChecks } from './checks/form.ts';
import { limitChecks } from './checks/limits.ts';
import { logPageChecks } from './checks/log-pages.ts';
import { pushChecks } from './checks/push.ts';
import { returnedChecks } from './checks/returned.ts';
import { sealChecks } from './checks/seals.ts';

/** In the order in which they are made: the last looks back on what the others met. */
export const allChecks: readonly Check[] = [
  ...accessChecks,
  ...pushChecks,
  ...sealChecks,
  ...formChecks,
  ...logPageChecks,
  ...returnedChecks,
  ...feedChecks,
  ...atOnceChecks,
  ...consumerChecks,
  ...limitChecks,
];
