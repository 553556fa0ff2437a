import { programOf } from '../../src-main/hosts/web/testing/program.ts';
import { startProgram, stopProgram, temporaryFolder } from './processes.ts';

const variable = 'BANKO_E2E_SAMPLE';

/** Before the first journey: the sample data once, since seeding takes longer than many a journey; `--demo` is stopped when they are there. */
export default async function makeSample(): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const args = ['--no-open', '--port', '0', '--data-dir', folder.path, '--demo'];
  const { child } = await startProgram(programOf('web-host'), args);
  await stopProgram(child);
  process.env[variable] = folder.path;
  return folder.remove;
}

export function sampleFolder(): string {
  const path = process.env[variable];
  if (path === undefined) throw new Error('The sample is made before the first journey');
  return path;
}
