import { defineText } from '../../../i18n/define-text.ts';
import { editorsEn } from './text-en.ts';
import { editorsTr } from './text-tr.ts';

export const editorsText = defineText(editorsTr, editorsEn);
export type EditorsText = typeof editorsTr;
