import { defineText } from '../../i18n/define-text.ts';

export const signatureText = defineText(
  {
    area: 'İmza alanı',
    empty: 'Buraya imzanızı atın',
    signed: 'İmzanız burada görünüyor',
    clear: 'Temizle',
    refused: {
      empty: 'Henüz imza görünmüyor. Çerçevenin içine parmağınızla ya da kalemle imzanızı atın.',
      dot: 'Yalnız bir nokta görünüyor. İmzanızı biraz daha büyük atabilir misiniz?',
      scribble: 'Bu çizgiler imzaya benzemiyor. Temizleyip imzanızı yeniden atabilir misiniz?',
    },
  },
  {
    area: 'Signature area',
    empty: 'Sign here',
    signed: 'Your signature is shown here',
    clear: 'Clear',
    refused: {
      empty: 'There is no signature yet. Please sign inside the frame with your finger or the pen.',
      dot: 'There is only a dot. Could you sign a little larger?',
      scribble: 'This does not look like a signature. Could you clear it and sign again?',
    },
  },
);
