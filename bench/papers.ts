import { informantName } from '../src-main/core/domains/person/person-view.ts';
import type { AskedSheet } from '../src-shared/contract/document.ts';
import { openCore, signIn } from './bench-core.ts';
import { median, percentile, print, timed } from './figure.ts';
import type { HistoryStore } from './history-store.ts';

const papers = 100;

/**
 * A4 documents from the call to their last byte, through the gate: the filled Consumer Contact Form beside a blank one,
 * then the receipt and the letter beside the form.
 */
export async function benchPapers({ dataDir }: HistoryStore): Promise<void> {
  const bench = await openCore(dataDir);
  await signIn(bench);
  const { rows } = await bench.call('application.list', { list: 'closed', offset: 0, limit: 100 });
  // To whom nothing is known to be sent, no letter goes.
  const named = rows.filter(({ applicantName }) => applicantName !== informantName);
  const idOf = (index: number) => named[index % named.length]?.id ?? '';

  async function millisOf(sheetOf: (index: number) => AskedSheet): Promise<number[]> {
    const millis: number[] = [];
    // Queries are no sign of life, and a slow machine would lock the screen meanwhile.
    await bench.call('session.active', {});
    for (let index = 0; index < papers; index += 1)
      millis.push(await timed(() => bench.call('document.draw', { sheet: sheetOf(index) })));
    return millis;
  }

  const blank = await millisOf(() => ({ document: 'contact_form', applicationId: null }));
  const filled = await millisOf((index) => ({ document: 'contact_form', applicationId: idOf(index) }));
  tell('papers.contact_form', filled, blank, 'a blank form');
  const receipt = await millisOf((index) => ({
    document: 'application_receipt_a4',
    applicationId: idOf(index),
  }));
  tell('papers.receipt', receipt, filled, 'the contact form');
  const letter = await millisOf((index) => ({ document: 'decision_letter', applicationId: idOf(index) }));
  tell('papers.letter', letter, filled, 'the contact form');
  await bench.stop();
}

function tell(
  name: string,
  millis: readonly number[],
  baseline: readonly number[],
  baselineName: string,
): void {
  print({
    name,
    ...{ value: percentile(millis, 0.99), unit: 'ms', n: millis.length },
    ...{ p50: median(millis), p99: percentile(millis, 0.99) },
    ...{ baseline: percentile(baseline, 0.99), baselineP50: median(baseline) },
    baselineName,
    ...{ target: 300, targetOf: 'value' },
  });
}
