import { execFileSync } from 'node:child_process';

/** A process's resident memory. Undefined where the system has no `ps`. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    return kilobytes > 0 ? kilobytes / 1024 : undefined;
  } catch {
    return undefined;
  }
}
