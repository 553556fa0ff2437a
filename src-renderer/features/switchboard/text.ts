import { defineText } from '../../i18n/define-text.ts';
import { switchboard as en } from '../../i18n/en/switchboard.ts';
import { switchboard as tr } from '../../i18n/tr/switchboard.ts';

export const switchboardText = defineText(tr, en);
