import { expect, test } from 'vitest';
import { startCentral } from '../../testing/sync/central.ts';
import { untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair } from '../../testing/sync/pair.ts';
import { describedIn, register } from '../../testing/sync/walk-in.ts';

test('a counter that writes nothing and never lost the line tells a restored gateway again what it lost', async () => {
  const central = await startCentral();
  const { one, two, remove } = await openPair(central);
  try {
    await register(one, 'yedekte olan');
    await untilQuiet(central, [one, two]);
    const backup = await central.backUp();
    await register(one, 'yedekten sonra');
    await untilQuiet(central, [one, two]);
    await central.restore(backup);
    expect(describedIn(await central.entries(one.branch))).toEqual(['yedekte olan']);
    await one.exchange();
    expect(describedIn(await central.entries(one.branch))).toEqual(['yedekte olan', 'yedekten sonra']);
  } finally {
    await remove();
    await central.remove();
  }
});
