/** What keeps a printer from printing, or is worth saying although it prints. */
export type Condition = { readonly trouble: string | null; readonly note: string };

/** How a printer is asked how it is, over the connection that its jobs come by. */
export type PrinterTalk = {
  /** Answered at once, also while the printer stands still. */
  readonly question: Uint8Array;
  /** Undefined while the answer is not complete. */
  readonly read: (answer: Uint8Array) => Condition | undefined;
  /** Answered when everything before it is done; null where the language has no such thing. */
  readonly last: { readonly question: Uint8Array; readonly isAnswer: (byte: number) => boolean } | null;
};

export const conditions = {
  paperOut: 'Yazıcıda kâğıt bitti. Kâğıt takıp yeniden deneyin.',
  coverOpen: 'Yazıcının kapağı açık. Kapatıp yeniden deneyin.',
  fault: 'Yazıcı hata bildiriyor (bıçak ya da aşırı ısınma). Kapatıp açın, ardından yeniden deneyin.',
  paused: 'Yazıcı duraklatılmış. Üzerindeki Pause tuşuna basıp yeniden deneyin.',
  ribbonOut: 'Yazıcının şeridi (ribon) bitti. Değiştirip yeniden deneyin.',
  paperLow: 'Yazıcının kâğıdı azaldı.',
} as const;
