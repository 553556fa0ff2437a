import { loadCatalogue } from '../src-main/core/catalogue/catalogue.ts';
import { defaultPolicy } from '../src-main/core/domains/system/defaults.ts';
import { generateHistory } from '../src-main/core/sample/generate.ts';
import { sampleBranch } from '../src-main/core/sample/sample-branch.ts';
import { sealHistory } from '../src-main/core/sample/seal-history.ts';
import { emptyHead } from '../src-shared/ledger/chain.ts';
import type { Entry } from '../src-shared/ledger/entry.ts';

export type SampleLog = {
  readonly log: string;
  readonly branch: string;
  readonly workstationNo: number;
  readonly seed: number;
  readonly applications: number;
};

/**
 * What one PC has written, sealed from the first entry of its log on. The reports of its SMS stand in it, as where a
 * history is pushed to a new gateway, so that the gateway's own sending does not run beside what is measured.
 */
export function sampleEntries({ log, branch, workstationNo, seed, applications }: SampleLog) {
  const facts = generateHistory({
    ...{ seed, applications, consumers: Math.ceil(applications * 0.6) },
    ...{ branch: { code: branch, name: `Şube ${branch}` }, desks: sampleBranch.desks },
    ...{ workstationNos: [workstationNo], users: [{ id: `${log}-clerk`, role: 'clerk' }] },
    ...{ from: Date.parse('2026-01-05T00:00:00Z'), to: Date.parse('2026-10-30T14:00:00Z') },
    ...{ catalogue: loadCatalogue(), trackingUrl: defaultPolicy.trackingUrl },
  });
  return sealHistory(facts, emptyHead(log));
}

/** Fewer where there are no more. */
export function takeEntries(entries: Iterator<Entry>, count: number): Entry[] {
  const taken: Entry[] = [];
  while (taken.length < count) {
    const { value, done } = entries.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}
