import { defineText } from '../../i18n/define-text.ts';
import { settingsEn } from './text-en.ts';
import { settingsTr } from './text-tr.ts';

export const settingsText = defineText(settingsTr, settingsEn);
