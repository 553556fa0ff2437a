import type { ChannelProcedure } from '../../../../src-shared/rules/channels.ts';
import type { ClosingGap } from '../../../../src-shared/rules/closing-guard.ts';

/** What keeps an application from being closed, in words for the screen. */
export function gapSentences({
  callAttempts,
}: Pick<ChannelProcedure, 'callAttempts'>): Readonly<Record<ClosingGap, string>> {
  return {
    waiting:
      'Başvurandan istenen bilgi ya da belge bekleniyor. Gelince ya da beklenmeyecekse beklemeyi bitirin.',
    team_answer: 'Yönlendirilen ekibin yanıtı bekleniyor.',
    call: `Başvuru sahibi telefonla dönüş istedi; görüşülmeli ya da ${callAttempts} kez aranıp sonucu kaydedilmeli.`,
    notice: 'Aydınlatma yapıldığı kayıtlı değil.',
    edms_no: 'Evrak Yönetim Sistemi numarası yazılmalı.',
    special_ground:
      'Özel nitelikli kişisel verinin işlenme dayanağı kayıtlı değil: açık rıza alınmalı ya da dayanak kaydedilmeli.',
    conflict: 'İki bankonun aynı alanda yaptığı düzeltmeler çelişiyor; önce biri seçilmeli.',
  };
}
