import { type Entry, inOrder } from './entry.ts';
import { isOneOf, knownEntry, type PayloadOf } from './entry-types.ts';
import { helpEntries } from './help-entries.ts';

export const helpStates = ['standing', 'answered', 'taken_back'] as const;
export type HelpStatus = (typeof helpStates)[number];

type HelpDesk = PayloadOf<'help.called'>;

/** One desk's call for help as the fold of its stream sees it. */
export type HelpState = {
  readonly id: string;
  readonly status: HelpStatus;
  readonly desk: HelpDesk;
  readonly calledAt: string;
  readonly answeredBy: HelpDesk | null;
  readonly endedAt: string | null;
};

/** Undefined until the call itself has arrived. What ended it first by order stands. */
export function foldHelp(entries: readonly Entry[]): HelpState | undefined {
  const known = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, helpEntries));
  const call = known.find((item) => item.type === 'help.called');
  if (call === undefined) return undefined;
  const end = known.find((item) => item.type !== 'help.called');
  return {
    id: call.entry.stream.id,
    status: end === undefined ? 'standing' : end.type === 'help.answered' ? 'answered' : 'taken_back',
    desk: call.payload,
    calledAt: call.entry.at,
    answeredBy: end?.type === 'help.answered' ? end.payload : null,
    endedAt: end?.entry.at ?? null,
  };
}
