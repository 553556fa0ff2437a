/** Where this person and somebody else changed the same thing. Nothing is decided for them: theirs stands beside. */
export type Clash =
  /** Both changed it; the draft keeps this person's. */
  | { readonly kind: 'field'; readonly id: string; readonly field: string; readonly theirs: unknown }
  /** Removed by somebody else while it was changed here; the draft keeps it. */
  | { readonly kind: 'gone'; readonly id: string }
  /** Changed by somebody else while it was removed here; the draft has it again, as they saved it. */
  | { readonly kind: 'back'; readonly id: string };

export type Merged<T> = { readonly value: T; readonly clashes: readonly Clash[] };

/**
 * Three-way merge of a form's values: what was not touched here follows `theirs`, what was keeps its value.
 * @param id by which a clash names the record
 */
export function mergeRecord<T extends object>(base: T, mine: T, theirs: T, id = ''): Merged<T> {
  const value: T = { ...mine };
  const clashes: Clash[] = [];
  for (const field of fieldsOf(mine)) {
    if (isSame(mine[field], base[field])) value[field] = theirs[field];
    else if (!isSame(theirs[field], base[field]) && !isSame(theirs[field], mine[field]))
      clashes.push({ kind: 'field', id, field, theirs: theirs[field] });
  }
  return { value, clashes };
}

/**
 * As `mergeRecord`, for a list of items with lasting ids, in an order of its own: the one that was made here, or theirs
 * where none was. New items of both sides stay.
 */
export function mergeList<T extends { readonly id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
): Merged<readonly T[]> {
  const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
  const isReordered = !isSame(orderOf(mine, before), orderOf(base, here));
  const [first, second] = isReordered ? [mine, theirs] : [theirs, mine];
  const ids = new Set([...first, ...second].map(({ id }) => id));
  const merged = [...ids].map((id) => mergeItem(before.get(id), here.get(id), there.get(id)));
  return {
    value: merged.flatMap(({ value }) => value),
    clashes: merged.flatMap(({ clashes }) => clashes),
  };
}

/** One item as it was, as it is here, and as somebody else saved it; undefined where it is not on the list. */
function mergeItem<T extends { readonly id: string }>(
  old: T | undefined,
  own: T | undefined,
  other: T | undefined,
): Merged<readonly T[]> {
  if (own !== undefined && other !== undefined) {
    const { value, clashes } = mergeRecord(old ?? own, own, other, own.id);
    return { value: [value], clashes };
  }
  const left = own ?? other;
  if (left === undefined || isSame(left, old)) return { value: [], clashes: [] };
  if (old === undefined) return { value: [left], clashes: [] };
  return { value: [left], clashes: [{ kind: own === undefined ? 'back' : 'gone', id: left.id }] };
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldsOf<T extends object>(record: T): readonly (keyof T & string)[] {
  return Object.keys(record) as (keyof T & string)[];
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function orderOf(items: readonly { readonly id: string }[], among: ReadonlyMap<string, unknown>) {
  return items.flatMap(({ id }) => (among.has(id) ? [id] : []));
}
