import type { Papers } from '../../core/ports.ts';
import { findInstallation } from '../installation.ts';
import { drawPaper } from './draw-paper.ts';
import { drawSheet } from './draw-sheet.ts';

/** Draws with the fonts that ship. */
export function createPapers(): Papers {
  const { fontsDir } = findInstallation();
  return {
    pdf: (paper) => drawPaper(paper, fontsDir),
    sheet: (sheet) => drawSheet(sheet, fontsDir),
  };
}
