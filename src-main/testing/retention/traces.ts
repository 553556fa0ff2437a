import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStore, openStore } from '../../core/db/open.ts';

/** Every way in which a store or a page may spell a text: as it is, in one case, folded for a search, as JSON. */
function spellings(text: string): readonly Buffer[] {
  const folded = text.toLocaleLowerCase('tr-TR').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
  const all = new Set([text, text.toLocaleLowerCase('tr-TR'), text.toLocaleUpperCase('tr-TR'), folded]);
  return [...all].flatMap((one) => [Buffer.from(one, 'utf8'), Buffer.from(one, 'utf16le')]);
}

/**
 * Names of the files under a folder, at any depth, whose bytes hold one of these texts. Stores of SQLite are opened
 * with their key and searched as they are inside: every page, also the free ones.
 */
export async function filesWith(
  folder: string,
  texts: readonly string[],
  key: Uint8Array,
): Promise<readonly string[]> {
  const needles = texts.flatMap(spellings);
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = path.endsWith('.db') ? await decrypted(path, key) : await readFile(path);
    if (needles.some((needle) => bytes.includes(needle))) found.push(path.slice(folder.length + 1));
  }
  return found.toSorted();
}

/** A copy of the database without its cipher, page by page as it lies on the disk, free ones too. */
async function decrypted(path: string, key: Uint8Array): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'banko-traces-'));
  try {
    const copy = join(folder, 'copy.db');
    await copyFile(path, copy);
    const store = openStore(copy, key);
    store.raw.pragma('journal_mode = delete');
    store.raw.pragma("rekey = ''");
    await closeStore(store);
    return await readFile(copy);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
