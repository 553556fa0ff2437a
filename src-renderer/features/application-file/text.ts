import { defineText } from '../../i18n/define-text.ts';
import { applicationFile as en } from '../../i18n/en/application-file.ts';
import { applicationFile as tr } from '../../i18n/tr/application-file.ts';

export const applicationFileText = defineText(tr, en);
