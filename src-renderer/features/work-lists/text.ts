import { defineText } from '../../i18n/define-text.ts';
import { workLists as en } from '../../i18n/en/work-lists.ts';
import { workLists as tr } from '../../i18n/tr/work-lists.ts';

export const workListsText = defineText(tr, en);
