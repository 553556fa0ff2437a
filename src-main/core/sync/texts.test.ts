import { afterAll, beforeAll, expect, test } from 'vitest';
import { aNotice } from '../../../src-shared/testing/texts.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { anApplication } from '../../testing/workplace.ts';

let central: Central;
let pair: Pair;

beforeAll(async () => {
  central = await startCentral();
  pair = await openPair(central);
});
afterAll(async () => {
  await pair.remove();
  await central.remove();
});

test('two PCs that publish and register while apart agree afterwards, and each record still opens what was given', async () => {
  const { one, two } = pair;
  central.cutLine();
  two.clock.advance(60_000);
  const given = await Promise.all(
    [one, two].map(async (counter, index) => {
      const text = aNotice({ title: `Banko ${index + 1} metni` });
      const { version, hash } = await counter.ok('text.publish', { text, after: 1 });
      const notice = {
        textCode: text.code,
        textVersion: version,
        textHash: hash,
        method: 'printed',
      } as const;
      const { applicationId } = await counter.ok('application.register', anApplication({ notice }));
      return { applicationId, title: text.title, version, hash };
    }),
  );
  expect(given.map(({ version }) => version)).toEqual([2, 2]);
  central.mendLine();
  await untilQuiet(central, [one, two]);

  const versionsAt = async (counter: Counter) => {
    const wanted = { code: 'privacy_notice_counter', language: 'tr' };
    const { versions } = await counter.ok('text.history', wanted);
    return versions.map(({ text, standing }) => [text.version, text.hash, standing]);
  };
  const expected = [
    [3, given[1]?.hash, 'in_force'],
    [2, given[0]?.hash, 'past'],
    [1, expect.any(String), 'past'],
  ];
  expect(await versionsAt(one)).toEqual(expected);
  expect(await versionsAt(two)).toEqual(expected);
  for (const { applicationId, title, hash } of given) {
    const file = await one.ok('application.get', { applicationId });
    const line = file.timeline.find(({ kind }) => kind === 'notice');
    expect(line?.text).toBe(`${title}, sürüm 2`);
    const { found } = await one.ok('text.version', line?.given ?? { code: '-', version: 1, hash: '-' });
    expect(found).toMatchObject({ text: { title, hash }, hashNow: hash });
  }
});
