import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { outside } from './outside.ts';

const lock = join(outside.userData, 'double.lock');
const socket = join(outside.userData, 'double.sock');

let telling = Promise.resolve();
/** Resolves when the first process knows; nothing to wait for in that one itself. */
export const untilFirstKnows = (): Promise<void> => telling;

/** True for the first process on a user's folder; another one tells it how it was started. */
export function takeSingleInstanceLock(onSecond: (argv: readonly string[], cwd: string) => void): boolean {
  mkdirSync(outside.userData, { recursive: true });
  if (isHeld()) {
    telling = tellFirst();
    return false;
  }
  writeFileSync(lock, String(process.pid));
  rmSync(socket, { force: true });
  const server = createServer((second) => {
    let text = '';
    second.on('data', (piece) => {
      text += String(piece);
    });
    second.on('end', () => {
      const { argv, cwd } = JSON.parse(text);
      onSecond(argv, cwd);
    });
  });
  server.listen(socket);
  server.unref();
  return true;
}

function tellFirst(): Promise<void> {
  return new Promise((resolve) => {
    const first = connect(socket);
    first.on('error', () => resolve());
    first.on('close', () => resolve());
    first.end(JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
  });
}

function isHeld(): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
