import { z } from 'zod';
import { localDay } from '../text/format.ts';
import { fromEpochDay, type LocalDay, toEpochDay } from './local-day.ts';

/** What is kept for a time of its own, and destroyed by a run. */
export const recordClasses = [
  'application',
  'consent',
  'special_attachment',
  'consumer',
  'phone_check',
  'meeting',
  'ticket',
  'call',
  'audit',
] as const;
export type RecordClass = (typeof recordClasses)[number];

export const retentionUnits = ['day', 'month', 'year'] as const;
export type RetentionUnit = (typeof retentionUnits)[number];
export type Period = { readonly amount: number; readonly unit: RetentionUnit };

const shippedClass = z.strictObject({
  code: z.enum(recordClasses),
  amount: z.int().positive(),
  unit: z.enum(retentionUnits),
  /** In years: the law knows no less. */
  least: z.int().positive().optional(),
  legalBasis: z.string().min(1).max(300),
  /** Below `high`, legal must confirm it. */
  confidence: z.enum(['high', 'medium', 'low']),
  /** Erased before its period where the person asks for it; of the others the law says that they stay. */
  onRequest: z.boolean(),
});
export type RetentionClass = z.infer<typeof shippedClass>;

/** `assets/retention.json`: drafts until the controller's own policy of retention and destruction is entered. */
export const retentionSchema = z.strictObject({
  version: z.int().positive(),
  classes: z
    .array(shippedClass)
    .refine((classes) => new Set(classes.map(({ code }) => code)).size === recordClasses.length),
});
export type RetentionFile = z.infer<typeof retentionSchema>;

/** What a branch has decided, as it is kept; classes that are not known here are passed over. */
export const retentionAsKept = z.object({
  classes: z.array(
    z.object({ code: z.string(), amount: z.int(), unit: z.enum(retentionUnits), legalBasis: z.string() }),
  ),
});
export type KeptRetention = z.infer<typeof retentionAsKept>;

/** The shipped classes with what the branch has decided in the place of the drafts. */
export function classesInForce(
  shipped: RetentionFile,
  kept: KeptRetention | undefined,
): readonly RetentionClass[] {
  return shipped.classes.map((item) => {
    const decided = kept?.classes.find(({ code }) => code === item.code);
    if (decided === undefined) return item;
    const { amount, unit, legalBasis } = decided;
    return { ...item, amount, unit, legalBasis, confidence: 'high' };
  });
}

/** Midnight in İstanbul at the end of the period's last day. A month without that day ends at its own last. */
export function endOfPeriod(fromIso: string, { amount, unit }: Period): string {
  return midnight(later(localDay(fromIso), amount, unit));
}

/** What began before this moment is over as of `asOf`; the two agree to the millisecond. */
export function beganBefore(asOfIso: string, period: Period): string {
  // The latest day whose period is over; a day may be lost at the end of a month, never won.
  let day = toEpochDay(localDay(asOfIso)) - Math.floor(shortest(period));
  while (midnight(later(fromEpochDay(day), period.amount, period.unit)) > asOfIso) day -= 1;
  return midnight(fromEpochDay(day + 1), 0);
}

export type Case = {
  /** When its period begins: the last closing; null while it is open. */
  readonly endedAt: string | null;
  readonly isHeld: boolean;
};

/** Open ones never, held ones never, others when their period is over. */
export function mayGo({ endedAt, isHeld }: Case, period: Period, asOfIso: string): boolean {
  return endedAt !== null && !isHeld && endOfPeriod(endedAt, period) <= asOfIso;
}

/** The beginning of the half-year: a periodic run is due at least every six months (Silme Yönetmeliği md. 11). */
export function halfYearOf(iso: string): string {
  const day = localDay(iso);
  const [year = '', month = ''] = day.split('-');
  return midnight(`${year}-${Number(month) < 7 ? '01' : '07'}-01`, 0);
}

function later(day: LocalDay, amount: number, unit: RetentionUnit): LocalDay {
  if (unit === 'day') return fromEpochDay(toEpochDay(day) + amount);
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + amount * (unit === 'year' ? 12 : 1);
  const lastOfMonth = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const at = Date.UTC(Math.floor(months / 12), months % 12, Math.min(date, lastOfMonth));
  return new Date(at).toISOString().slice(0, 10);
}

/** Fewest days that a period can have. */
function shortest({ amount, unit }: Period): number {
  return unit === 'day' ? amount : amount * (unit === 'year' ? 365 : 28);
}

function midnight(day: LocalDay, after = 1): string {
  return new Date(toEpochDay(day) * 86_400_000 + after * 86_400_000 - 3 * 3_600_000).toISOString();
}
