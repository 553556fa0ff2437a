import type { TroubleKind } from '../../../src-shared/contract/system.ts';

/** The store can't be opened or used; `kind` decides the screen. Thrown, since no caller below the start can act. */
export class StoreTrouble extends Error {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, cause?: unknown) {
    super(`The store is in trouble: ${kind}`, { cause });
    this.name = 'StoreTrouble';
    this.kind = kind;
  }
}

export const troubleSentences = {
  newer:
    'Bu kayıt deposu Banko’nun daha yeni bir sürümüyle açılmış. Yeni sürümü kurun; depo olduğu gibi duruyor.',
  damaged:
    'Kayıt deposu hasarlı. Hiçbir şey silinmedi; bir yedeği geri yükleyebilir ya da depoyu destek için dışa aktarabilirsiniz.',
  wrong_key:
    'Kayıt deposu bu bilgisayarın anahtarıyla açılmıyor. Anahtar dosyası değişmiş ya da depo başka bir bilgisayardan gelmiş olabilir.',
  disk_full: 'Diskte yer kalmadığı için kayıt deposu açılamadı. Yer açıp yeniden deneyin.',
  in_use:
    'Kayıt deposu başka bir Banko tarafından kullanılıyor. Açık olan pencereyi kullanın ya da onu kapatıp yeniden deneyin.',
  unreadable:
    'Kayıt deposunun klasörü okunamıyor ya da yazılamıyor. Klasör izinlerini denetleyip yeniden deneyin.',
} as const satisfies Record<TroubleKind, string>;

/** The code that SQLite or the file system gave, wherever in the chain of causes it stands. */
export function errorCodeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return errorCodeOf(error.cause);
}

const unreadableCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENOENT', 'EIO']);

/** What a failure of SQLite or the file system means for the store; undefined for anything else. */
export function troubleKindOf(error: unknown): TroubleKind | undefined {
  if (error instanceof StoreTrouble) return error.kind;
  const code = errorCodeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'disk_full';
  if (code === 'SQLITE_NOTADB') return 'wrong_key';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in_use';
  if (
    code.startsWith('SQLITE_IOERR') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY')
  )
    return 'unreadable';
  if (unreadableCodes.has(code)) return 'unreadable';
  return undefined;
}
