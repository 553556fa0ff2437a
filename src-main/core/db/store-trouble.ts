import type { RecoveryWay, TroubleKind } from '../../../src-shared/contract/system.ts';
import { KeyTrouble } from '../ports.ts';

/** The store can't be opened or used; `kind` decides the screen. Thrown, since no caller below the start can act. */
export class StoreTrouble extends Error {
  readonly kind: TroubleKind;
  /** What the screen says. */
  readonly sentence: string;

  constructor(kind: TroubleKind, cause?: unknown, sentence: string = troubleSentences[kind]) {
    super(`The store is in trouble: ${kind}`, { cause });
    this.name = 'StoreTrouble';
    this.kind = kind;
    this.sentence = sentence;
  }
}

export const troubleSentences = {
  newer: 'Bu kayıt deposu Banko’nun daha yeni bir sürümüyle açılmış. Yeni sürümü kurup yeniden deneyin.',
  damaged:
    'Kayıtların durduğu dosya bozulmuş. Bir yedeği geri yükleyebilir ya da depoyu destek için dışa aktarabilirsiniz.',
  wrong_key_or_damaged:
    'Kayıt deposu bu bilgisayarın anahtarıyla açılmıyor: ya anahtar dosyası değişmiş ya da deponun başı bozulmuş. Önce anahtar dosyasını denetleyip yeniden deneyin; anahtar doğruysa bir yedeği geri yükleyin.',
  wrong_key:
    'Kayıt deposu da yedekleri de bu bilgisayarın anahtarıyla açılmıyor: anahtar dosyası değişmiş ya da kayıtlar başka bir bilgisayardan gelmiş. Doğru anahtar dosyasını yerine koyup yeniden deneyin.',
  unusable_key: 'Kayıt deposunun anahtarı kullanılamıyor. Anahtar dosyasını denetleyip yeniden deneyin.',
  update_failed:
    'Banko’nun bu sürümü kayıt deposunu güncelleyemedi; güncelleme geri alındı. Önceki sürümü kurun ya da depoyu destek için dışa aktarın.',
  disk_full: 'Diskte yer kalmadığı için kayıt deposu açılamadı. Yer açıp yeniden deneyin.',
  in_use:
    'Kayıt deposu başka bir Banko tarafından kullanılıyor. Açık olan pencereyi kullanın ya da onu kapatıp yeniden deneyin.',
  unreadable:
    'Kayıt deposunun klasörü okunamıyor ya da yazılamıyor. Klasör izinlerini denetleyip yeniden deneyin.',
  unexpected: 'Banko beklenmeyen bir hata yüzünden açılamadı.',
} as const satisfies Record<TroubleKind, string>;

/**
 * What can help. Not: a backup under another key or before an update that would fail again, copies
 * onto a full disk, and anything on files that another Banko holds open.
 */
export const waysOut = {
  newer: ['retry', 'restore', 'export'],
  damaged: ['retry', 'restore', 'export'],
  wrong_key_or_damaged: ['retry', 'restore', 'export'],
  wrong_key: ['retry', 'export'],
  unusable_key: ['retry', 'export'],
  update_failed: ['retry', 'export'],
  disk_full: ['retry'],
  in_use: ['retry'],
  unreadable: ['retry', 'restore', 'export'],
  unexpected: ['retry', 'restore', 'export'],
} as const satisfies Record<TroubleKind, readonly RecoveryWay[]>;

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
  if (error instanceof KeyTrouble) return 'unusable_key';
  const code = errorCodeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'disk_full';
  if (code === 'SQLITE_NOTADB') return 'wrong_key_or_damaged';
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
