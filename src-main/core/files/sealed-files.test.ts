import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attachmentLimits } from '../../../src-shared/rules/attachment.ts';
import { createIds } from '../../adapters/ids.ts';
import { DamagedFile, sealBytes } from './seal.ts';
import {
  createSealedFiles,
  type FileName,
  type SealedFiles,
  sliceCount,
  sliceLength,
} from './sealed-files.ts';

const key = new Uint8Array(32).fill(7);
const id = '01890000-0000-7000-8000-000000000001';
const otherId = '01890000-0000-7000-8000-000000000002';
const slice = attachmentLimits.slice;
const header = 24;
const ids = createIds(Date.now);

let folder: string;
let files: SealedFiles;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'banko-files-')), 'files');
  files = createSealedFiles(folder, key, ids);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

async function keep(content: Buffer, fileId = id, upTo = sliceCount(content.length)): Promise<FileName> {
  const file = { id: fileId, size: content.length };
  for (let index = 0; index < upTo; index += 1)
    await files.write(
      file,
      index,
      content.subarray(index * slice, index * slice + sliceLength(file.size, index)),
    );
  return file;
}

const pathOf = (fileId: string) => join(folder, `${fileId}.sealed`);

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

test.each([1, slice - 1, slice, slice + 1, 3 * slice, 3 * slice + 5])(
  '%d bytes come back as they were given, whole and in part, and stand nowhere in the clear',
  async (size) => {
    const content = Buffer.concat([Buffer.from('GİZLİ BELGE'), randomBytes(size)]).subarray(0, size);
    const file = await keep(content);
    await files.sync(file);
    expect(await files.digest(file)).toBe(sha256(content));
    expect((await files.read(file, 0, size)).equals(content)).toBe(true);
    const [offset, length] = [Math.floor(size / 3), Math.ceil(size / 2)];
    expect((await files.read(file, offset, length)).equals(content.subarray(offset, offset + length))).toBe(
      true,
    );
    const onDisk = await readFile(pathOf(id));
    expect(onDisk.length).toBe(header + size + sliceCount(size) * sealBytes);
    if (size > 20) expect(onDisk.includes(content.subarray(0, 16))).toBe(false);
    expect((await stat(pathOf(id))).mode & 0o077).toBe(0);
  },
);

test('what has arrived is counted by whole slices, and the rest goes on from there', async () => {
  const content = randomBytes(3 * slice + 9);
  const file = { id, size: content.length };
  expect(await files.slices(file)).toBe(0);
  await keep(content, id, 2);
  expect(await files.slices(file)).toBe(2);
  await truncate(pathOf(id), (await stat(pathOf(id))).size - 1);
  expect(await files.slices(file)).toBe(1);
  await keep(content);
  expect(await files.slices(file)).toBe(4);
  expect(await files.digest(file)).toBe(sha256(content));
});

test('a slice that comes again, with the same bytes or others, replaces the one that was there', async () => {
  const first = randomBytes(2 * slice);
  const second = randomBytes(2 * slice);
  await keep(first);
  const file = await keep(second);
  expect(await files.digest(file)).toBe(sha256(second));
});

describe('is found out:', () => {
  const content = randomBytes(3 * slice + 9);
  const place = (index: number) => header + index * (slice + sealBytes);

  async function tampered(change: (bytes: Buffer) => Buffer, file: FileName = { id, size: content.length }) {
    await keep(content);
    await writeFile(pathOf(id), change(await readFile(pathOf(id))));
    return files.digest(file);
  }

  test.each([
    ['a changed bit', (bytes: Buffer) => flip(bytes, place(1) + 500)],
    ['a changed salt', (bytes: Buffer) => flip(bytes, 12)],
    ['a changed header', (bytes: Buffer) => flip(bytes, 0)],
    ['a changed tag', (bytes: Buffer) => flip(bytes, bytes.length - 1)],
    ['a cut end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 3)],
    ['a missing last slice', (bytes: Buffer) => bytes.subarray(0, place(3))],
    [
      'two slices that changed places',
      (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, place(0)),
          bytes.subarray(place(1), place(2)),
          bytes.subarray(place(0), place(1)),
          bytes.subarray(place(2)),
        ]),
    ],
    ['an emptied file', () => Buffer.alloc(0)],
    ['zeros, as a power cut may leave them', (bytes: Buffer) => bytes.fill(0, place(2))],
  ])('%s', async (_what, change) => {
    await expect(tampered(change)).rejects.toThrow(DamagedFile);
  });

  test('a file that is given out as shorter than it is', async () => {
    await expect(tampered((bytes) => bytes, { id, size: 3 * slice })).rejects.toThrow(DamagedFile);
  });

  test('a file in the place of another', async () => {
    const file = await keep(content);
    await keep(content, otherId);
    await writeFile(pathOf(id), await readFile(pathOf(otherId)));
    await expect(files.read(file, 0, 10)).rejects.toThrow(DamagedFile);
  });

  test('another key', async () => {
    const file = await keep(content);
    const stranger = createSealedFiles(folder, new Uint8Array(32).fill(8), ids);
    await expect(stranger.digest(file)).rejects.toThrow(DamagedFile);
  });
});

test('only our own files are listed, and none where there is no folder yet', async () => {
  expect(await files.list()).toEqual([]);
  await keep(randomBytes(10));
  await writeFile(join(folder, 'başka.txt'), 'x');
  expect((await files.list()).map((file) => file.id)).toEqual([id]);
  await files.remove(id);
  await files.remove(id);
  expect(await files.list()).toEqual([]);
});

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}
