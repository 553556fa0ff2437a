import { mkdirSync } from 'node:fs';
import { createFileLog, type FileLog } from '../../adapters/log.ts';
import { StartRefusal } from './start-refusal.ts';

/** The data folder and its log. It holds personal data: for its owner alone. */
export function openFolder(folder: string): FileLog {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return createFileLog(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw new StartRefusal(
      `Veri klasörü kullanılamıyor: ${folder} (${code}). --data-dir ile başka bir klasör verin.`,
    );
  }
}
