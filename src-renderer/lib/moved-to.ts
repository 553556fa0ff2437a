/** Where a key leads from row `from` of `count`; undefined for a key that moves nothing. */
export function movedTo(key: string, from: number, count: number, perPage: number): number | undefined {
  if (count === 0) return undefined;
  const wished: Readonly<Record<string, number>> = {
    ArrowUp: from - 1,
    ArrowDown: from + 1,
    PageUp: from - perPage,
    PageDown: from + perPage,
    Home: 0,
    End: count - 1,
  };
  const to = wished[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}
