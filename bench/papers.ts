import { openCore, signIn } from './bench-core.ts';
import { median, percentile, print, timed } from './figure.ts';
import type { HistoryStore } from './history-store.ts';

const forms = 200;

/** The filled Consumer Contact Form from the call to its last byte, through the gate; beside a blank one. */
export async function benchPapers({ dataDir }: HistoryStore): Promise<void> {
  const bench = await openCore(dataDir);
  await signIn(bench);
  const { rows } = await bench.call('application.list', { list: 'closed', offset: 0, limit: 100 });
  const [filled, blank]: [number[], number[]] = [[], []];
  for (let index = 0; index < forms; index += 1) {
    const { id: applicationId } = rows[index % rows.length] ?? { id: '' };
    filled.push(
      await timed(() => bench.call('document.draw', { sheet: { document: 'contact_form', applicationId } })),
    );
    blank.push(
      await timed(() =>
        bench.call('document.draw', { sheet: { document: 'contact_form', applicationId: null } }),
      ),
    );
  }
  await bench.stop();
  print({
    name: 'papers.contact_form',
    ...{ value: percentile(filled, 0.99), unit: 'ms', n: filled.length },
    ...{ p50: median(filled), p99: percentile(filled, 0.99) },
    ...{ baseline: percentile(blank, 0.99), baselineP50: median(blank) },
    baselineName: 'a blank form',
    ...{ target: 300, targetOf: 'value' },
  });
}
