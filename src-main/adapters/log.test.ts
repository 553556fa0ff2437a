import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileLog, createLog } from './log.ts';
import { openRotatingFile } from './rotating-file.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banko-log-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a call is one JSON line in the log file, which only its owner can read', () => {
  const { log, close } = createFileLog(dir);
  log.info('call', { method: 'ticket.issue', code: 'ok', ms: 3 });
  close();
  const file = join(dir, 'logs', 'banko.log');
  const line: unknown = JSON.parse(readFileSync(file, 'utf8'));
  expect(line).toMatchObject({ level: 'info', msg: 'call', method: 'ticket.issue', code: 'ok', ms: 3 });
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('personal data that was passed by mistake is blanked', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => void lines.push(line) });
  log.info('oops', { name: 'Ayşe Yılmaz', phone: '+905321234567', password: 'gizli-parola', method: 'x.y' });
  log.error('failed', { reference: 'ab12cd34' }, new Error('no consumer 10000000146'));
  const all = lines.join('');
  expect(all).not.toMatch(/Ayşe|905321234567|gizli-parola|10000000146/);
  expect(all).toContain('ab12cd34');
  expect(all).toContain('no consumer […]');
});

test('a log file is bounded: the oldest lines go, the newest stay', () => {
  const file = join(dir, 'a.log');
  const out = openRotatingFile(file, 1_000, 2);
  for (let n = 0; n < 500; n++) out.write(`line ${n}\n`);
  out.close();
  expect(readdirSync(dir).toSorted()).toEqual(['a.log', 'a.log.1', 'a.log.2']);
  for (const name of readdirSync(dir)) expect(statSync(join(dir, name)).size).toBeLessThanOrEqual(1_000);
  expect(readFileSync(file, 'utf8')).toMatch(/line 499\n$/);
});
