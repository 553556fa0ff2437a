import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createKeyFile } from './key-file.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'banko-key-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('the key is made once, has 32 bytes and is readable by its owner alone', async () => {
  const file = join(dir, 'inner', 'store.key');
  const key = await createKeyFile(file).storeKey();
  expect(key).toHaveLength(32);
  expect(new Uint8Array(readFileSync(file))).toEqual(key);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await createKeyFile(file).storeKey()).toEqual(key);
});

test('processes that start together agree on one key and leave nothing else behind', async () => {
  const file = join(dir, 'store.key');
  const keys = await Promise.all(Array.from({ length: 20 }, () => createKeyFile(file).storeKey()));
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  expect(readdirSync(dir)).toEqual(['store.key']);
});

test('a key that others can read is refused with a sentence and kept as it is', async () => {
  const file = join(dir, 'store.key');
  await createKeyFile(file).storeKey();
  chmodSync(file, 0o640);
  await expect(createKeyFile(file).storeKey()).rejects.toThrow(/başkaları da okuyabiliyor.*chmod 600/);
  expect(existsSync(file)).toBe(true);
});

test('a key that is gone while its store is there is missed, not made anew', async () => {
  const file = join(dir, 'store.key');
  await expect(createKeyFile(file).storeKey(true)).rejects.toThrow(/Anahtar dosyası bulunamadı/);
  expect(readdirSync(dir)).toEqual([]);
  const key = await createKeyFile(file).storeKey();
  expect(await createKeyFile(file).storeKey(true)).toEqual(key);
});

test('a key file that can’t be read is told by its own sentence', async () => {
  const file = join(dir, 'store.key');
  mkdirSync(file, { mode: 0o700 });
  await expect(createKeyFile(file).storeKey()).rejects.toThrow(/Anahtar dosyası okunamıyor/);
});

test('a key file of the wrong length is refused and never replaced', async () => {
  const file = join(dir, 'store.key');
  writeFileSync(file, 'short', { mode: 0o600 });
  await expect(createKeyFile(file).storeKey()).rejects.toThrow(/Anahtar dosyası bozuk/);
  expect(readFileSync(file, 'utf8')).toBe('short');
});
