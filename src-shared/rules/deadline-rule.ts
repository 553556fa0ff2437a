import { localDay } from '../text/format.ts';
import type { LocalDay } from './local-day.ts';

export const deadlineUnits = ['workingDay', 'calendarDay', 'hour'] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

/** `eventAt` is what the topic's own field says that happened, such as the payment of a debt. */
export const startEvents = ['registeredAt', 'eventAt'] as const;
export type StartEvent = (typeof startEvents)[number];

/**
 * Why a clock may stand still: the applicant has papers to bring, or a meter or the voltage is being measured.
 * Whether either stops it is a question of law, so no shipped rule allows one.
 */
export const pauseReasons = ['waiting_for_applicant', 'measurement'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** How sure we are of the legal basis: below `high`, legal must confirm it before it is printed or enforced. */
export type Confidence = 'high' | 'medium' | 'low';

/** Another period where one of the topic's choice fields has that value. */
export type DeadlineVariant = {
  readonly field: string;
  readonly value: string;
  readonly amount: number;
  readonly unit: DeadlineUnit;
};

/** One version of a topic's deadline. */
export type DeadlineRule = {
  readonly amount: number;
  readonly unit: DeadlineUnit;
  readonly startEvent: StartEvent;
  /** With `eventAt`: the date or datetime field of the topic that holds it. */
  readonly eventField?: string | undefined;
  /** The first that fits holds; where none does, or its field is empty, `amount` and `unit` hold. */
  readonly variants?: readonly DeadlineVariant[] | undefined;
  /** The date field that holds the last day which an authority has named in its letter. */
  readonly dueField?: string | undefined;
  readonly pauses: readonly PauseReason[];
  readonly legalBasis: string;
  readonly confidence: Confidence;
  readonly validFrom: LocalDay;
  /** Inclusive; the version that is in force without an end has none. */
  readonly validTo?: LocalDay | undefined;
};

/** The topic's own fields as they were filled in; an empty one is `''` or absent. */
export type FilledFields = Readonly<Record<string, string>>;

/** `''` where the field is not filled in. */
export function filledIn(fields: FilledFields, key: string): string {
  return fields[key]?.trim() ?? '';
}

/** Holds where a topic has no rule. */
export const defaultRule: DeadlineRule = {
  amount: 15,
  unit: 'workingDay',
  startEvent: 'registeredAt',
  pauses: [],
  legalBasis:
    'Elektrik Piyasası Tüketici Hizmetleri Yönetmeliği, başvuruların sonuçlandırılması (madde no teyit edilecek)',
  confidence: 'high',
  validFrom: '2018-05-30',
};

/**
 * The version that holds on the İstanbul day of `atIso`. Before the first version the first one holds, since it is
 * the oldest that is known. Expects the order of `deadlinesSchema`, oldest first.
 */
export function ruleInForce(rules: readonly DeadlineRule[], atIso: string): DeadlineRule {
  const day = localDay(atIso);
  return rules.findLast((rule) => rule.validFrom <= day) ?? rules[0] ?? defaultRule;
}

export function pauseAllowed(rule: DeadlineRule, reason: PauseReason): boolean {
  return rule.pauses.includes(reason);
}

/** How long the rule gives to an application whose topic fields are filled in like this. */
export function periodOf(
  { amount, unit, variants = [] }: DeadlineRule,
  fields: FilledFields,
): Pick<DeadlineRule, 'amount' | 'unit'> {
  const variant = variants.find(({ field, value }) => filledIn(fields, field) === value);
  return variant === undefined ? { amount, unit } : { amount: variant.amount, unit: variant.unit };
}

/**
 * When the clock starts (ISO, UTC). With `eventAt` that is the event, and registration where nobody wrote down when it
 * was, the text is no time, or it is said to lie after registration: a slip of the pen must not lengthen a deadline.
 * A date alone begins at its midnight, and a time without an offset is meant in İstanbul.
 */
export function startOf(rule: DeadlineRule, registeredAtIso: string, fields: FilledFields): string {
  const registered = new Date(registeredAtIso);
  if (rule.startEvent === 'registeredAt' || rule.eventField === undefined) return registered.toISOString();
  const event = instantOf(filledIn(fields, rule.eventField));
  const isUsable = event !== undefined && event.getTime() <= registered.getTime();
  return (isUsable ? event : registered).toISOString();
}

function instantOf(text: string): Date | undefined {
  const hasTime = text.includes('T');
  const hasOffset = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text);
  const instant = new Date(hasTime ? (hasOffset ? text : `${text}+03:00`) : `${text}T00:00:00+03:00`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
