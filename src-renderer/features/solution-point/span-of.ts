import type { CSSProperties } from 'react';

/** The width of a field in columns of the form's twelve. */
export function spanOf(columns: number): CSSProperties {
  return { gridColumn: `span ${columns}` };
}
