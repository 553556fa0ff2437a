import type { PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';

type Json = PayloadOf<'settings.changed'>['value'];

/** What names an item of a document that is a list. */
const keys = ['code', 'deskCode', 'roomCode', 'unitCode'] as const;

/**
 * The next document, together with what a newer Banko wrote into the kept one beside the members that `next`
 * has. Items of a list are the same where their code is.
 */
export function keepingUnknown(kept: Json, next: Json): Json {
  if (!Array.isArray(next)) return together(kept, next);
  const before = Array.isArray(kept) ? kept : [];
  return next.map((item) => together(before.find((old) => keyOf(old) === keyOf(item)) ?? null, item));
}

function together(kept: Json, next: Json): Json {
  return isObject(kept) && isObject(next) ? { ...kept, ...next } : next;
}

function keyOf(item: Json): Json | undefined {
  if (!isObject(item)) return undefined;
  const key = keys.find((name) => Object.hasOwn(item, name));
  return key === undefined ? undefined : item[key];
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
