import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { AttachmentRow, AttachmentTarget } from '../../src-shared/contract/attachment.ts';
import { attachmentLimits } from '../../src-shared/rules/attachment.ts';
import type { Ports } from '../core/ports.ts';
import { addFile, aPdf, type GivenFile } from './attachments.ts';
import { makeCore, type TestCore } from './make-core.ts';
import { adminSecrets, anApplication, setUp, signInAs } from './workplace.ts';

export const slice = attachmentLimits.slice;

/** A file of three slices. */
export const report: GivenFile = {
  name: 'rapor.pdf',
  content: aPdf(2 * slice + 77),
  description: 'Servis raporu',
};

/** For each test a core with a clerk at window `clerk`, an administrator at `admin`, and one application. */
export function attachmentDesk() {
  let counter: TestCore;
  let applicationId: string;

  beforeEach(async () => {
    counter = await makeCore();
    await setUp(counter);
    await signInAs(counter, 'clerk');
    applicationId = (await at('clerk').ok('application.register', anApplication())).applicationId;
  });
  afterEach(() => counter.remove());

  /** Calls as somebody at that window. */
  function at(window: string) {
    return {
      call: ((method, input) => counter.call(method, input, { window })) as TestCore['call'],
      ok: ((method, input) => counter.ok(method, input, { window })) as TestCore['ok'],
    };
  }

  const target = (): AttachmentTarget => ({ kind: 'application', applicationId });

  return {
    get counter() {
      return counter;
    },
    get applicationId() {
      return applicationId;
    },
    get target() {
      return target();
    },
    at,
    add: async (file: GivenFile = report, to: AttachmentTarget = target()): Promise<string> => {
      const added = await addFile(at('clerk'), to, file);
      if (!added.ok) throw new Error(`The file was refused: ${JSON.stringify(added.error)}`);
      return added.value.attachmentId;
    },
    /** As the clerk sees them. */
    listed: async (): Promise<readonly AttachmentRow[]> =>
      (await at('clerk').ok('attachment.list', { applicationId })).attachments,
    filesOnDisk: (): Promise<readonly string[]> => readdir(join(counter.dataDir, 'files')).catch(() => []),
    /** Stops the core, does that to its folder, and starts it again; clerk and administrator sign in. */
    reopen: async (
      change: () => Promise<unknown> = async () => {},
      ports: Partial<Ports> = {},
    ): Promise<void> => {
      await counter.core.stop();
      await change();
      counter = await counter.reopen(ports);
      counter.core.start();
      const clerk = { username: 'clerk', password: 'clerk-parolasi-uzun' };
      await counter.ok('session.signIn', clerk, { window: 'clerk' });
      const { username, password } = adminSecrets;
      await counter.ok('session.signIn', { username, password }, { window: 'admin' });
    },
  };
}

/** Until the jobs beside the calls have come to what is expected. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  await expect.poll(() => check().then(() => 'done'), { timeout: 5_000 }).toBe('done');
}
