import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { attachmentLimits } from '../../../src-shared/rules/attachment.ts';
import { errorCodeOf } from '../db/store-trouble.ts';
import type { Ids } from '../ports.ts';
import { DamagedFile, fileKey, openSlice, saltBytes, sealBytes, sealSlice } from './seal.ts';

/** A file by its id, and how many bytes it has when it is whole. */
export type FileName = { readonly id: string; readonly size: number };

/**
 * Files that are kept encrypted beside the store, slice by slice. A file may be partly there: what has arrived is its
 * first slices. Throws what the file system throws (a full disk), and DamagedFile.
 */
export type SealedFiles = {
  /** Slices that are on the disk; not yet that they are sound. */
  readonly slices: (file: FileName) => Promise<number>;
  /** Writes the next slice, or one that is there again. */
  readonly write: (file: FileName, index: number, bytes: Uint8Array) => Promise<void>;
  /** Returns when all that was written outlives a power cut. */
  readonly sync: (file: FileName) => Promise<void>;
  readonly read: (file: FileName, offset: number, length: number) => Promise<Buffer>;
  /** SHA-256 of the whole file as it is on the disk now, as hex. */
  readonly digest: (file: FileName) => Promise<string>;
  readonly remove: (id: string) => Promise<void>;
  readonly list: () => Promise<readonly { readonly id: string; readonly changedAt: number }[]>;
};

const magic = Buffer.from('BNKFILE1');
const headerBytes = magic.length + saltBytes;
const sliceBytes = attachmentLimits.slice;
const fileName = /^([0-9a-f-]{36})\.sealed$/;

export function sliceCount(size: number): number {
  return Math.ceil(size / sliceBytes);
}

/** Bytes of that slice: all slices but the last are full. */
export function sliceLength(size: number, index: number): number {
  return Math.max(0, Math.min(sliceBytes, size - index * sliceBytes));
}

export function createSealedFiles(
  folder: string,
  storeKey: Uint8Array,
  ids: Pick<Ids, 'randomBytes'>,
): SealedFiles {
  const pathOf = (id: string) => join(folder, `${id}.sealed`);

  async function slices({ id, size }: FileName): Promise<number> {
    const bytes = await stat(pathOf(id)).then(
      (found) => found.size - headerBytes,
      (error: unknown) => {
        if (errorCodeOf(error) === 'ENOENT') return 0;
        throw error;
      },
    );
    if (bytes >= size + sliceCount(size) * sealBytes) return sliceCount(size);
    return Math.max(0, Math.floor(bytes / (sliceBytes + sealBytes)));
  }

  async function write(file: FileName, index: number, bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0 || bytes.length !== sliceLength(file.size, index))
      throw new Error('A slice has the length that its place asks for');
    await withFile(pathOf(file.id), index === 0 ? 'begin' : 'change', async (handle) => {
      const key = await keyOf(handle, file.id);
      await writeAll(handle, sealSlice(key, nameOf(file, index), ids.randomBytes(12), bytes), placeOf(index));
    });
  }

  async function withFile<T>(
    path: string,
    use: 'begin' | 'change' | 'read',
    body: (handle: FileHandle) => Promise<T>,
  ): Promise<T> {
    const handle = use === 'begin' ? await begin(path) : await open(path, use === 'change' ? 'r+' : 'r');
    try {
      return await body(handle);
    } finally {
      await handle.close();
    }
  }

  /** One that is there already keeps its salt, unless a power cut left it without its header. */
  async function begin(path: string): Promise<FileHandle> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const handle = await open(path, 'a+', 0o600);
    const isBegun = (await handle.stat()).size >= headerBytes;
    await handle.close();
    const ready = await open(path, 'r+');
    if (!isBegun) await writeAll(ready, Buffer.concat([magic, ids.randomBytes(saltBytes)]), 0);
    return ready;
  }

  async function keyOf(handle: FileHandle, id: string): Promise<Uint8Array> {
    const header = await readAt(handle, 0, headerBytes);
    if (header.length < headerBytes || !header.subarray(0, magic.length).equals(magic))
      throw new DamagedFile('The header is not ours');
    return fileKey(storeKey, header.subarray(magic.length), id);
  }

  async function eachSlice(
    file: FileName,
    from: number,
    to: number,
    take: (plain: Buffer, index: number) => void,
  ): Promise<void> {
    await withFile(pathOf(file.id), 'read', async (handle) => {
      const key = await keyOf(handle, file.id);
      for (let index = from; index <= to; index += 1) {
        const sealed = await readAt(handle, placeOf(index), sliceLength(file.size, index) + sealBytes);
        take(openSlice(key, nameOf(file, index), sealed), index);
      }
    });
  }

  return {
    slices,
    write,
    sync: async ({ id }) => {
      await withFile(pathOf(id), 'change', (handle) => handle.sync());
      await syncFolder(folder);
    },
    read: async (file, offset, length) => {
      const end = Math.min(offset + length, file.size);
      if (offset >= end) return Buffer.alloc(0);
      const first = Math.floor(offset / sliceBytes);
      const parts: Buffer[] = [];
      await eachSlice(file, first, Math.floor((end - 1) / sliceBytes), (plain) => parts.push(plain));
      return Buffer.concat(parts).subarray(offset - first * sliceBytes, end - first * sliceBytes);
    },
    digest: async (file) => {
      const hash = createHash('sha256');
      await eachSlice(file, 0, sliceCount(file.size) - 1, (plain) => hash.update(plain));
      return hash.digest('hex');
    },
    remove: (id) => rm(pathOf(id), { force: true }),
    list: async () => {
      const names = await readdir(folder).catch((error: unknown) => {
        if (errorCodeOf(error) === 'ENOENT') return [];
        throw error;
      });
      const found = names.flatMap((name) => fileName.exec(name)?.[1] ?? []);
      return Promise.all(found.map(async (id) => ({ id, changedAt: (await stat(pathOf(id))).mtimeMs })));
    },
  };
}

function nameOf({ id, size }: FileName, index: number) {
  return { fileId: id, index, isLast: index === sliceCount(size) - 1, size };
}

function placeOf(index: number): number {
  return headerBytes + index * (sliceBytes + sealBytes);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  const { bytesWritten } = await handle.write(bytes, 0, bytes.length, position);
  // The system says why when it is asked for the rest.
  if (bytesWritten < bytes.length)
    await writeAll(handle, bytes.subarray(bytesWritten), position + bytesWritten);
}

/** The name itself must outlive a power cut too; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
