import type { IppAttributes } from './ipp.ts';

/** `printer-state` and `job-state` (RFC 8011). */
const printerStopped = 5;
export const jobStates = { canceled: 7, aborted: 8, completed: 9 } as const;

/** What keeps a printer from printing, the first that is true; reasons end in `-error`, `-warning` or `-report`. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^media-(empty|needed)/, 'Yazıcıda kâğıt bitti. Kâğıt takın; belge kendiliğinden basılır.'],
  [/^media-jam/, 'Yazıcıda kâğıt sıkıştı. Sıkışan kâğıdı çıkarın; belge kendiliğinden basılır.'],
  [/^(cover|door|interlock)-open/, 'Yazıcının kapağı açık. Kapatın; belge kendiliğinden basılır.'],
  [/^(toner|marker-supply|marker-ink)-empty/, 'Yazıcının toneri ya da mürekkebi bitti. Değiştirin.'],
  [
    /^(offline|shutdown|connecting-to-device|timed-out)/,
    'Yazıcıya ulaşılamıyor. Açık olduğunu ve kablosunu denetleyin.',
  ],
  [/^other-error/, 'Yazıcı hata bildiriyor. Ekranına bakın.'],
];

export function isStopped(printer: IppAttributes): boolean {
  return printer.get('printer-state')?.[0] === printerStopped;
}

/** What a person should know of a queue, with what to do about it; null where nothing is wrong. */
export function troubleOf(printer: IppAttributes): string | null {
  const said = (printer.get('printer-state-reasons') ?? []).map(String);
  // A toner that runs low is a warning; paper that is out is one for CUPS too, while it waits.
  for (const [pattern, words] of reasons)
    if (said.some((reason) => pattern.test(reason) && !reason.endsWith('-report'))) return words;
  if (isStopped(printer))
    return 'Yazıcı kuyruğu durdurulmuş. Yazıcıyı denetleyip Ayarlar → Yazıcı’dan kuyruğu sürdürün.';
  if (printer.get('printer-is-accepting-jobs')?.[0] === false)
    return 'Yazıcı kuyruğu yeni iş kabul etmiyor. Sistem yöneticisi kuyruğu açmalı.';
  // A backend that can't reach its printer says so in words alone.
  const message = String(printer.get('printer-state-message')?.[0] ?? '');
  return /not (exist|respond|reach|available)|unavailable|unreachable|unable to (connect|locate)/i.test(
    message,
  )
    ? 'Yazıcıya ulaşılamıyor. Açık olduğunu ve kablosunu denetleyin.'
    : null;
}
