import { consentEntries } from './consent-entries.ts';
import { isOneOf, type KnownEntry, type KnownOf, type PayloadOf } from './entry-types.ts';

type Happening = { readonly entryId: string; readonly at: string; readonly actor: string };
type Said<T extends keyof typeof consentEntries> = Happening & PayloadOf<T>;

/** What was said of consents on one application; kept apart, so that a withdrawal holds in whatever order it sorts. */
export type ConsentFacts = {
  readonly printed: readonly Said<'consent.printed'>[];
  readonly decided: readonly Said<'consent.decided'>[];
  readonly withdrawn: readonly Said<'consent.withdrawn'>[];
  readonly sealed: readonly Said<'consent.sealed'>[];
  readonly timestamped: readonly Said<'consent.timestamped'>[];
  readonly scanned: readonly Said<'consent.scanned'>[];
  readonly grounded: readonly Said<'special.grounded'>[];
  readonly reviewed: readonly Said<'consent.reviewed'>[];
};

export type Consent = Said<'consent.decided'> & {
  readonly withdrawal: Said<'consent.withdrawn'> | null;
  readonly seal: Said<'consent.sealed'> | null;
  readonly timestamped: Said<'consent.timestamped'> | null;
  readonly scan: Said<'consent.scanned'> | null;
  readonly review: Said<'consent.reviewed'> | null;
};

export type ConsentEntry = KnownOf<keyof typeof consentEntries>;

export const noConsents: ConsentFacts = {
  printed: [],
  decided: [],
  withdrawn: [],
  sealed: [],
  timestamped: [],
  scanned: [],
  grounded: [],
  reviewed: [],
};

export function isConsentEntry(known: KnownEntry): known is ConsentEntry {
  return isOneOf(known, consentEntries);
}

const kept = {
  'consent.printed': 'printed',
  'consent.decided': 'decided',
  'consent.withdrawn': 'withdrawn',
  'consent.sealed': 'sealed',
  'consent.timestamped': 'timestamped',
  'consent.scanned': 'scanned',
  'special.grounded': 'grounded',
  'consent.reviewed': 'reviewed',
} as const satisfies Record<keyof typeof consentEntries, keyof ConsentFacts>;

/** One step of the fold. Of two entries that say the same of one consent the first stands; every ground is kept. */
export function reduceConsents(facts: ConsentFacts, known: ConsentEntry): ConsentFacts {
  const member = kept[known.type];
  const { id, at, actor } = known.entry;
  const said = { entryId: id, at, actor, ...known.payload };
  const before: readonly { readonly entryId: string; readonly consentId: string | null }[] = facts[member];
  const isRepeated =
    known.type === 'special.grounded'
      ? before.some(({ entryId }) => entryId === id)
      : before.some(({ consentId }) => consentId === known.payload.consentId);
  return isRepeated ? facts : { ...facts, [member]: [...before, said] };
}

/** The review that came first and says something else; two that say the same are one. */
export function standsAgainstReview(facts: ConsentFacts, known: KnownOf<'consent.reviewed'>): string | null {
  const first = facts.reviewed.find(({ consentId }) => consentId === known.payload.consentId);
  return first === undefined || first.outcome === known.payload.outcome ? null : first.entryId;
}

/** Every consent that was decided on, in order, with what became of it. */
export function consentsOf(facts: ConsentFacts): readonly Consent[] {
  const of = <T extends { readonly consentId: string }>(all: readonly T[], id: string): T | null =>
    all.find(({ consentId }) => consentId === id) ?? null;
  return facts.decided.map((decided) => ({
    ...decided,
    withdrawal: of(facts.withdrawn, decided.consentId),
    seal: of(facts.sealed, decided.consentId),
    timestamped: of(facts.timestamped, decided.consentId),
    scan: of(facts.scanned, decided.consentId),
    review: of(facts.reviewed, decided.consentId),
  }));
}

/** Accepted and not withdrawn. */
export function isInForce({ decision, withdrawal }: Pick<Consent, 'decision' | 'withdrawal'>): boolean {
  return decision === 'accepted' && withdrawal === null;
}

/** A withdrawal of what was accepted asks what becomes of the data; a refusal has nothing to take back. */
export function awaitsReview({ decision, withdrawal, review }: Consent): boolean {
  return decision === 'accepted' && withdrawal !== null && review === null;
}

/** The ground that holds now: the newest one, where it is a consent only while that is in force. */
export function standingGround(facts: ConsentFacts): Said<'special.grounded'> | null {
  const consents = consentsOf(facts);
  const holds = ({ basis, consentId }: Said<'special.grounded'>) =>
    basis !== 'consent' || consents.some((one) => one.consentId === consentId && isInForce(one));
  return facts.grounded.findLast(holds) ?? null;
}

/** Files that are themselves records of consents, not data that somebody has to consent to. */
export function consentFiles(facts: ConsentFacts): ReadonlySet<string> {
  return new Set(
    [...facts.sealed, ...facts.timestamped, ...facts.scanned].map(({ attachmentId }) => attachmentId),
  );
}
