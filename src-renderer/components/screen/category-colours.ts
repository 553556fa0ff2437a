import type { CategoryColour } from '../../../src-shared/contract/ticket.ts';

/** Grounds for a white letter, at 7:1 and more; pages of screens come without Mantine and its palette. */
export const categoryGrounds: Readonly<Record<CategoryColour, string>> = {
  blue: '#174a86',
  orange: '#7a3b00',
  teal: '#0a5248',
  grape: '#6b2280',
  gray: '#3e4b56',
  red: '#86201b',
  green: '#1d5626',
  indigo: '#33409a',
  cyan: '#0b5365',
  pink: '#86184f',
  lime: '#3f5508',
  yellow: '#634800',
};
