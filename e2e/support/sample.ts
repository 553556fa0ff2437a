import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { programOf } from '../../src-main/hosts/web/testing/program.ts';
import { startProgram, stopProgram, temporaryFolder } from './processes.ts';
import { callHost } from './wire.ts';

const variable = 'BANKO_E2E_SAMPLE';

/** Before the first journey: the sample data once, until its past is with its CRM; both take longer than many a journey. */
export default async function makeSample(): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const args = ['--no-open', '--port', '0', '--data-dir', folder.path, '--demo'];
  const { ready, child } = await startProgram<Host>(programOf('web-host'), args);
  await expect.poll(() => unsentOf(ready), { timeout: 180_000 }).toBe(0);
  await stopProgram(child);
  // Its gateway would come back at the same port, where the copies' counters would meet.
  await rm(join(folder.path, 'crm', 'port'));
  process.env[variable] = folder.path;
  return folder.remove;
}

type Host = { readonly url: string; readonly token: string };

async function unsentOf(host: Host): Promise<number> {
  const { crm } = (await callHost(host, 'system.connection', {})) as Connection;
  return crm.unsent;
}

type Connection = { readonly crm: { readonly unsent: number } };

export function sampleFolder(): string {
  const path = process.env[variable];
  if (path === undefined) throw new Error('The sample is made before the first journey');
  return path;
}
