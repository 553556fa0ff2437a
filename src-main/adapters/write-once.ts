import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a file that only its owner can read, whole or not at all: written beside, then linked into its
 * place. Where another process was first, that one's file stays and nothing is thrown.
 */
export async function writeOnce(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
  const out = await open(draft, 'wx', 0o600);
  try {
    await out.writeFile(content);
    await out.sync();
  } finally {
    await out.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
