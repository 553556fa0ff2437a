import { defineText } from '../../i18n/define-text.ts';

export const topicText = defineText(
  {
    topic: 'Konu',
    hint: 'Yazarak arayın: kesinti, direk, sayaç…',
    nothing: 'Bu sözle konu bulunamadı.',
    retail: 'tedarikçiye yönlendirilir',
    urgent: 'Acil',
    dayHint: 'gg.aa.yyyy',
    momentHint: 'gg.aa.yyyy ss:dd',
    choose: 'Seçin',
  },
  {
    topic: 'Topic',
    hint: 'Search by typing: outage, pole, meter…',
    nothing: 'No topic matches.',
    retail: 'referred to the supplier',
    urgent: 'Urgent',
    dayHint: 'dd.mm.yyyy',
    momentHint: 'dd.mm.yyyy hh:mm',
    choose: 'Choose',
  },
);
