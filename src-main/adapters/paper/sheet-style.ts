/** Points: an A4 sheet of running text. */
export const sheetPage = { width: 595.28, height: 841.89, margin: 42, foot: 26 } as const;
export const textWidth = sheetPage.width - 2 * sheetPage.margin;

export const sheetColours = {
  ink: '#15212b',
  faint: '#4d5d66',
  line: '#94a3ab',
  ground: '#e8eef0',
} as const;

/** A part of a page that is not divided. */
export type Piece = {
  readonly height: number;
  /** Does not end a page: what comes next belongs to it. */
  readonly isKeptWithNext: boolean;
  readonly draw: (top: number) => void;
};
