import type { Papers } from '../../core/ports.ts';
import { findInstallation } from '../installation.ts';
import { drawPaper } from './draw-paper.ts';

/** Draws with the fonts that ship. */
export function createPapers(): Papers {
  const { fontsDir } = findInstallation();
  return { pdf: (paper) => drawPaper(paper, fontsDir) };
}
