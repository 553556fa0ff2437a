import { simulatedBranch } from '../src-shared/rules/simulated-branch.ts';
import { type ClassWaits, waitsByClass } from '../src-shared/rules/simulated-month.ts';
import { percentile, print } from './figure.ts';

const days = 22;
const seed = 26;

/**
 * What visitors wait in a generated month: ours (aging) beside strict priority and plain arrival, for the
 * ordinary and for those with priority. No clock is measured, so the figures are the same on every machine.
 */
export function benchQueueOrder(): void {
  const waits = waitsByClass({ days: Array.from({ length: days }, () => simulatedBranch), seed });
  for (const one of waits) {
    const { discipline, visitorClass, visitors, meanMinutes, worstMinutes } = one;
    print({
      name: 'queue.order',
      ...{ value: worstMinutes, unit: 'min', n: visitors, mean: meanMinutes },
      ...{ p50: percentile(one.waits, 0.5), p99: percentile(one.waits, 0.99) },
      ...{ baseline: byArrival(waits, one).worstMinutes, baselineName: 'worst wait under plain arrival' },
      note: `${visitorClass}, ${discipline}: worst wait in ${days} simulated days`,
    });
  }
}

function byArrival(waits: readonly ClassWaits[], { visitorClass }: ClassWaits): ClassWaits {
  const found = waits.find((one) => one.discipline === 'arrival' && one.visitorClass === visitorClass);
  if (found === undefined) throw new Error('The simulation has no plain arrival');
  return found;
}
