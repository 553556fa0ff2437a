import { defineText } from '../../i18n/define-text.ts';
import { solutionPoint as en } from '../../i18n/en/solution-point.ts';
import { solutionPoint as tr } from '../../i18n/tr/solution-point.ts';

export const solutionPointText = defineText(tr, en);
