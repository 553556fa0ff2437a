import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { enter, expectKnown, issueFirstNumber, registerWalkIn, setUpWorkplace } from './pages/desktop.ts';
import { temporaryFolder } from './support/processes.ts';

test('in Electron itself: set up, a walk-in, an end in order, and all of it there at the next start', async () => {
  const folder = await temporaryFolder();
  let program = await launch(folder.path);
  try {
    const page = await program.firstWindow();
    await setUpWorkplace(page);
    const label = await issueFirstNumber(page);
    const applicationNo = await registerWalkIn(page);
    await program.close();
    program = await launch(folder.path);
    const again = await program.firstWindow();
    await enter(again);
    await expectKnown(again, label, applicationNo);
    expect(await again.evaluate(() => [typeof Reflect.get(globalThis, 'require'), location.origin])).toEqual([
      'undefined',
      'app://banko',
    ]);
  } finally {
    await program.close();
    await folder.remove();
  }
});

function launch(folder: string): Promise<ElectronApplication> {
  const args = ['dist/electron/main.mjs', `--user-data-dir=${folder}`, '--data-dir', join(folder, 'data')];
  const executablePath = process.env.BANKO_ELECTRON;
  return _electron.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) });
}
