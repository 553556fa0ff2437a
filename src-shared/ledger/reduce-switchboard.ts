import { type Entry, inOrder } from './entry.ts';
import { isOneOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { callEntries, contactEntries } from './switchboard-entries.ts';

export type ContactState = PayloadOf<'contact.recorded'> &
  PayloadOf<'contact.availability_set'> & { readonly id: string; readonly isRemoved: boolean };

const reachable: PayloadOf<'contact.availability_set'> = {
  availability: 'available',
  backOn: null,
  note: '',
};

/** Undefined until a card has arrived. Of cards and of availability the latest stands; a card after a removal revives. */
export function foldContact(entries: readonly Entry[]): ContactState | undefined {
  const known = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, contactEntries));
  const card = known.findLast((item) => item.type === 'contact.recorded');
  if (card === undefined) return undefined;
  const availability = known.findLast((item) => item.type === 'contact.availability_set');
  const last = known.findLast((item) => item.type !== 'contact.availability_set');
  return {
    id: card.entry.stream.id,
    ...card.payload,
    ...(availability?.payload ?? reachable),
    isRemoved: last?.type === 'contact.removed',
  };
}

export type TransferState = PayloadOf<'call.transferred'> & {
  readonly id: string;
  readonly at: string;
  /** Who transferred. */
  readonly actor: string;
  readonly isWithdrawn: boolean;
};

/** Undefined until the transfer itself has arrived. */
export function foldCall(entries: readonly Entry[]): TransferState | undefined {
  const known = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, callEntries));
  const transfer = known.find((item) => item.type === 'call.transferred');
  if (transfer === undefined) return undefined;
  const { entry, payload } = transfer;
  const isWithdrawn = known.some((item) => item.type === 'call.withdrawn');
  return { id: entry.stream.id, at: entry.at, actor: entry.actor, ...payload, isWithdrawn };
}
