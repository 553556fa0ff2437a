import type { duplicateReasons, Premises } from '../ledger/application-entries.ts';
import { foldTurkish } from '../text/fold.ts';

export type DuplicateReason = (typeof duplicateReasons)[number];

/** What two applications are compared by. */
export type Matter = {
  readonly id: string;
  readonly consumerId: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly installationNo: string | null;
  readonly premises: Premises | null;
  readonly topicCode: string;
  readonly description: string;
  /** When it was registered, or now for one that is being typed. */
  readonly at: string;
};
export type LikelyDuplicate = {
  readonly id: string;
  /** 0 to 1: how much speaks for it being the same matter. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
};

/** How much each sign says by itself. Together they leave less and less doubt: 1 − Π(1 − weight). */
const weights: Readonly<Record<DuplicateReason, number>> = {
  same_consumer: 0.45,
  same_phone: 0.35,
  same_installation: 0.45,
  same_address: 0.35,
  same_topic: 0.35,
  near_in_time: 0.2,
  similar_words: 0.35,
};

const threshold = 0.6;
const nearDays = 14;
const similarShare = 0.3;

/**
 * Which of the candidates may be the same matter, the likeliest first. A person or a place must agree, and the matter
 * itself: a neighbour with the same topic and a consumer with another matter are no duplicates.
 */
export function likelyDuplicates(
  sought: Omit<Matter, 'id'>,
  candidates: readonly Matter[],
): readonly LikelyDuplicate[] {
  const words = wordsOf(sought.description);
  return candidates
    .map((candidate) => {
      const reasons = reasonsFor(sought, words, candidate);
      const doubt = reasons.reduce((left, reason) => left * (1 - weights[reason]), 1);
      return { id: candidate.id, score: Math.round((1 - doubt) * 100) / 100, reasons, at: candidate.at };
    })
    .filter(({ score, reasons }) => score >= threshold && isSameSubject(reasons) && isSameMatter(reasons))
    .toSorted((a, b) => b.score - a.score || (a.at < b.at ? 1 : -1))
    .map(({ id, score, reasons }) => ({ id, score, reasons }));
}

function isSameSubject(reasons: readonly DuplicateReason[]): boolean {
  return reasons.some(
    (reason) => reason !== 'same_topic' && reason !== 'near_in_time' && reason !== 'similar_words',
  );
}

function isSameMatter(reasons: readonly DuplicateReason[]): boolean {
  return reasons.includes('same_topic') || reasons.includes('similar_words');
}

function reasonsFor(
  sought: Omit<Matter, 'id'>,
  soughtWords: ReadonlySet<string>,
  other: Matter,
): readonly DuplicateReason[] {
  const days = Math.abs(Date.parse(sought.at) - Date.parse(other.at)) / 86_400_000;
  const holds: Readonly<Record<DuplicateReason, boolean>> = {
    same_consumer: isSame(sought.consumerId, other.consumerId),
    same_phone: isSame(sought.phone, other.phone),
    same_installation: isSame(sought.installationNo, other.installationNo),
    same_address: isSame(placeOf(sought), placeOf(other)),
    same_topic: sought.topicCode !== '' && sought.topicCode === other.topicCode,
    near_in_time: days <= nearDays,
    similar_words: shareOf(soughtWords, wordsOf(other.description)) >= similarShare,
  };
  return (Object.keys(weights) as DuplicateReason[]).filter((reason) => holds[reason]);
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

function placeOf({ premises }: Pick<Matter, 'premises'>): string | null {
  return premises === null ? null : placeKey(premises);
}

/** One spelling for one door, whatever letters it was typed in; null where street or door is missing. */
export function placeKey({ province, district, neighbourhood, street, doorNo }: Premises): string | null {
  if (street.trim() === '' || doorNo.trim() === '') return null;
  return [province, district, neighbourhood, street, doorNo].map(foldTurkish).join('|');
}

/**
 * Words that say something, cut to their first five letters: Turkish adds its endings behind (kesinti, kesintisi,
 * kesintiler), and a stem is rarely shorter.
 */
function wordsOf(text: string): ReadonlySet<string> {
  const words = foldTurkish(text)
    .split(' ')
    .filter((word) => word.length >= 4);
  return new Set(words.map((word) => word.slice(0, 5)));
}

/** Jaccard: what both say, of all that either says. Few words say nothing. */
function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < 3 || other.size < 3) return 0;
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both);
}
