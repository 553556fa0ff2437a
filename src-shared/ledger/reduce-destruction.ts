import { assertNever } from '../text/assert-never.ts';
import type { Happening, Said } from './application-state.ts';
import type { Digest } from './chain.ts';
import { destructionEntries } from './destruction-entries.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, type KnownOf, knownEntry } from './entry-types.ts';

/** Two pairs of eyes (KVKK Guide to Erasure): nobody destroys alone. */
export const approvalsNeeded = 2;

export type DestructionStatus = 'proposed' | 'approved' | 'refused' | 'carried_out';

export type ListedItem = {
  readonly recordClass: string;
  readonly kind: string;
  readonly id: string;
  readonly before: string | null;
};

export type DestructionState = {
  readonly id: string;
  readonly status: DestructionStatus;
  readonly proposal: Said<'destruction.proposed'>;
  /** By kind and id. */
  readonly listed: ReadonlyMap<string, ListedItem>;
  readonly takenOut: ReadonlyMap<string, Said<'destruction.takenOut'>>;
  /** Each by another person, in order. */
  readonly approvals: readonly Happening[];
  readonly refusal: Said<'destruction.refused'> | null;
  readonly order: (Said<'destruction.carriedOut'> & { readonly stamp: string }) | null;
};

export function itemKey({ kind, id }: Pick<ListedItem, 'kind' | 'id'>): string {
  return `${kind}/${id}`;
}

/** Undefined until its proposal has arrived. */
export function foldDestruction(entries: readonly Entry[]): DestructionState | undefined {
  const known = inOrder(entries).flatMap((entry) => {
    const read = knownEntry(entry);
    return read !== undefined && isOneOf(read, destructionEntries) ? [read] : [];
  });
  const first = known.find((item) => item.type === 'destruction.proposed');
  if (first?.type !== 'destruction.proposed') return undefined;
  const begun: DestructionState = {
    id: first.entry.stream.id,
    status: 'proposed',
    proposal: { ...happening(first.entry), ...first.payload },
    listed: new Map(),
    takenOut: new Map(),
    approvals: [],
    refusal: null,
    order: null,
  };
  return known.reduce(reduce, begun);
}

function reduce(state: DestructionState, known: KnownOf<keyof typeof destructionEntries>): DestructionState {
  const now = happening(known.entry);
  switch (known.type) {
    case 'destruction.proposed':
      return state;
    case 'destruction.listed': {
      const { ids, ...item } = known.payload;
      const more = ids.map((id) => [itemKey({ kind: item.kind, id }), { ...item, id }] as const);
      return { ...state, listed: new Map([...state.listed, ...more]) };
    }
    case 'destruction.takenOut': {
      if (state.order !== null) return state;
      const takenOut = new Map(state.takenOut).set(itemKey(known.payload), { ...now, ...known.payload });
      return { ...state, takenOut };
    }
    case 'destruction.approved': {
      const isRepeat = state.approvals.some(({ actor }) => actor === now.actor);
      if (isRepeat || state.status !== 'proposed') return state;
      const approvals = [...state.approvals, now];
      return { ...state, approvals, status: approvals.length < approvalsNeeded ? 'proposed' : 'approved' };
    }
    case 'destruction.refused':
      if (state.order !== null || state.refusal !== null) return state;
      return { ...state, status: 'refused', refusal: { ...now, ...known.payload } };
    case 'destruction.carriedOut':
      if (state.order !== null || state.status !== 'approved') return state;
      return {
        ...state,
        status: 'carried_out',
        order: { ...now, ...known.payload, stamp: known.entry.recordedAt },
      };
    default:
      return assertNever(known);
  }
}

/** What every database has to erase: `before` is always there. */
export type Order = {
  readonly runId: string;
  readonly at: string;
  readonly items: readonly { readonly kind: string; readonly id: string; readonly before: string }[];
};

/** Undefined where nothing was ordered, or where what is here does not make the list that was ordered. */
export function orderOf(state: DestructionState, digest: Digest): Order | undefined {
  const { order } = state;
  if (order === null) return undefined;
  const items = itemsLeft(state, order.left);
  if (digest(orderText(items)) !== order.orderDigest) return undefined;
  return {
    runId: state.id,
    at: order.at,
    items: items.map(({ kind, id, before }) => ({ kind, id, before: before ?? order.stamp })),
  };
}

/** What is listed without what was taken out of it and what is left. */
export function itemsLeft(
  state: DestructionState,
  left: readonly Pick<ListedItem, 'kind' | 'id'>[] = [],
): readonly ListedItem[] {
  const without = new Set([...state.takenOut.keys(), ...left.map(itemKey)]);
  return [...state.listed.values()].filter((item) => !without.has(itemKey(item)));
}

/** One spelling of a list, whatever order it came in. */
export function orderText(items: readonly ListedItem[]): string {
  return items
    .map(({ kind, id, before }) => `${kind}/${id}/${before ?? ''}`)
    .toSorted()
    .join('\n');
}

function happening(entry: Entry): Happening {
  return { entryId: entry.id, at: entry.at, actor: entry.actor };
}
