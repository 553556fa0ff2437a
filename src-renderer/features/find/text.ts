import { defineText } from '../../i18n/define-text.ts';
import { find as en } from '../../i18n/en/find.ts';
import { find as tr } from '../../i18n/tr/find.ts';

export const findText = defineText(tr, en);
