import { closeSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export type RotatingFile = { readonly write: (line: string) => void; readonly close: () => void };

/**
 * A file that never grows beyond `maxBytes`: a full one becomes `<file>.1`, and the `keep` newest stay.
 * A line that can't be written (full disk) is dropped: a log must not bring the counter down.
 */
export function openRotatingFile(file: string, maxBytes: number, keep: number): RotatingFile {
  mkdirSync(dirname(file), { recursive: true });
  let descriptor = openSync(file, 'a', 0o600);
  let size = fstatSync(descriptor).size;
  return { write, close: () => closeSync(descriptor) };

  function write(line: string): void {
    try {
      const bytes = Buffer.byteLength(line);
      if (size > 0 && size + bytes > maxBytes) rotate();
      writeSync(descriptor, line);
      size += bytes;
    } catch {
      return;
    }
  }

  function rotate(): void {
    rmSync(`${file}.${keep}`, { force: true });
    for (let n = keep - 1; n >= 1; n--) moveIfThere(`${file}.${n}`, `${file}.${n + 1}`);
    closeSync(descriptor);
    moveIfThere(file, `${file}.1`);
    descriptor = openSync(file, 'a', 0o600);
    size = fstatSync(descriptor).size;
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
