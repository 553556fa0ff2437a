/** How long after the wish a paper still comes out by itself: whoever wants it is still there. */
export const patienceMinutes = 10;

/**
 * Why a paper did not come out, where that was not the printer. They stand in the ledger and are known again
 * there by their words: a new wording is added beside the old one.
 */
export const reasons = {
  gone: 'Belgenin kaydı bulunamadı.',
  tooLate: `İstendikten sonraki ${patienceMinutes} dakika içinde yazdırılamadığı için artık gerekli sayılmadı. Hâlâ gerekiyorsa yeniden yazdırın.`,
  notOut: 'Görevli kâğıdın çıkmadığını bildirdi. Yazıcıyı denetleyip yeniden deneyin.',
  interrupted:
    'Banko bu belge yazdırılırken kapandı; kâğıt çıkmış olabilir. Yazıcıya bakın; gerekirse yeniden yazdırın, kâğıt KOPYA olarak çıkar.',
} as const;
