import { createPapers } from '../src-main/adapters/paper/create-papers.ts';
import { createSealer } from '../src-main/adapters/seal/create-sealer.ts';
import { aConsent } from '../src-main/testing/seal/sheets.ts';
import { median, percentile, print, type Took, took } from './figure.ts';

const sheets = 200;

/** A consent's sheet from its data to the last sealed byte, with a key on P-256; beside drawing it alone. */
export async function benchSeals(): Promise<void> {
  const { sheet: draw } = createPapers();
  const sealer = createSealer();
  const now = Date.now();
  const identity = await sealer.makeIdentity('OEDAŞ', now);
  const about = { name: 'OEDAŞ', reason: 'Kaydın bütünlüğü', at: new Date(now).toISOString() };
  const [drawn, sealed]: [Took[], Took[]] = [[], []];
  // The first loads what draws and seals.
  await sealer.seal(await draw(aConsent()), identity, about);
  for (let index = 0; index < sheets; index += 1) {
    const consent = aConsent({ code: `RZ-26-2026-${String(index).padStart(7, '0')}` });
    drawn.push(await took(() => draw(consent)));
    sealed.push(await took(async () => sealer.seal(await draw(consent), identity, about)));
  }
  const [alone, whole] = [drawn.map(({ millis }) => millis), sealed.map(({ millis }) => millis)];
  print({
    name: 'papers.sealed_consent',
    ...{ value: percentile(whole, 0.99), unit: 'ms', n: whole.length },
    ...{ p50: median(whole), p99: percentile(whole, 0.99) },
    ...{ baseline: percentile(alone, 0.99), baselineP50: median(alone) },
    cpuP99: percentile(
      sealed.map(({ cpuMillis }) => cpuMillis),
      0.99,
    ),
    baselineName: 'the same sheet drawn and not sealed',
    ...{ target: 300, targetOf: 'value' },
  });
}
