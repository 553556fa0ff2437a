import { defineText } from './define-text.ts';
import { labelsEn } from './labels-en.ts';
import { labelsTr } from './labels-tr.ts';

export const labelsText = defineText(labelsTr, labelsEn);
