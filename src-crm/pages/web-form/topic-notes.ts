import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { type Html, html } from '../html.ts';

/** Comes first on the page of a topic where somebody may be in danger, or the form is not the fastest way. */
export function warningOf({ code, urgent }: Topic): Html | false {
  const danger = dangers[code];
  if (danger !== undefined)
    return html`<div class="notice bad"><p><strong>Hayati tehlike varsa hemen <a href="tel:186">186</a> veya <a href="tel:112">112</a>’yi arayın.</strong></p>
<p>${danger} Bu form mesai dışında hemen okunmayabilir.</p></div>`;
  return (
    urgent === true &&
    html`<div class="notice bad"><p><strong>En hızlı yol <a href="tel:186">186</a>’yı aramaktır: 7 gün 24 saat.</strong></p>
<p>Kopuk tel, yangın ya da başka bir tehlike görüyorsanız yaklaşmayın; hemen 186 veya <a href="tel:112">112</a>’yi arayın.</p></div>`
  );
}

const dangers: Readonly<Record<string, string>> = {
  hazard: 'Kopuk tele, açık panoya, devrilen direğe yaklaşmayın; başkalarını da uzak tutun.',
  tree_trimming: 'Dal tele değiyorsa ağaca ve tele yaklaşmayın.',
};

/** What an applicant should know of a topic before writing. */
export function hintOf({ code }: Topic): string | undefined {
  return hints[code];
}

const hints: Readonly<Record<string, string>> = {
  illegal_use_report:
    'Kimliğiniz gizli tutulur, ekibe iletilmez. İsterseniz kimliğinizi hiç vermeden ihbarda bulunabilirsiniz.',
  data_subject_request:
    'Talebinizin size ait olduğundan emin olmamız gerekir: T.C. kimlik numaranızı ve tebligat adresinizi yazın. Gerekirse kimliğinizi doğrulamak için sizinle görüşülür.',
  equipment_damage: 'Fatura ve servis raporunu saklayın; başvurunuz incelenirken istenebilir.',
  voltage_quality: 'Şikâyetiniz üzerine yapılan gerilim ölçümü en az bir hafta sürer.',
  meter_test: 'Sayaç sökülüp akredite bir laboratuvarda muayene edilir; rapor size verilir.',
  outage_compensation:
    'Hak edilen tazminat başvuru aranmadan faturanıza yansıtılır. Yansıtılmadığını düşünüyorsanız başvurun.',
};
