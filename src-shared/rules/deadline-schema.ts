import { z } from 'zod';
import { areUnique, code, confidence, day, name } from './catalogue-fields.ts';
import { deadlineUnits, pauseReasons, startEvents } from './deadline-rule.ts';
import { addDays } from './local-day.ts';

const amount = z.int().positive('Süre 1 veya daha büyük olmalıdır.');
const unit = z.enum(deadlineUnits);

/** `DeadlineRule` as the file holds it. */
export const deadlineRuleSchema = z
  .strictObject({
    amount,
    unit,
    startEvent: z.enum(startEvents),
    eventField: name.optional(),
    variants: z
      .array(z.strictObject({ field: name, value: code, amount, unit }))
      .min(1)
      .readonly()
      .optional(),
    dueField: name.optional(),
    pauses: z.array(z.enum(pauseReasons)).readonly(),
    /** Kept on every application that is registered under the rule. */
    legalBasis: name.max(300, 'Dayanak en fazla 300 karakter olmalıdır.'),
    confidence,
    validFrom: day,
    validTo: day.optional(),
  })
  .refine((rule) => (rule.startEvent === 'eventAt') === (rule.eventField !== undefined), {
    path: ['eventField'],
    message: 'Olay alanı, yalnız olayla başlayan sürelerde ve onlarda mutlaka bulunmalıdır.',
  })
  .refine((rule) => areUnique((rule.variants ?? []).map(({ field, value }) => `${field} ${value}`)), {
    path: ['variants'],
    message: 'Aynı alanın aynı değeri için iki süre verilmiş.',
  })
  .refine((rule) => areUnique(rule.pauses), {
    path: ['pauses'],
    message: 'Aynı durma nedeni iki kez verilmiş.',
  })
  .refine((rule) => rule.validTo === undefined || rule.validFrom <= rule.validTo, {
    path: ['validTo'],
    message: 'Bitiş tarihi, başlangıç tarihinden önce olamaz.',
  });

/** The versions of a topic's deadline, oldest first: each day from the first on has exactly one. */
export const deadlinesSchema = z
  .array(deadlineRuleSchema)
  .min(1, 'En az bir süre kuralı bulunmalıdır.')
  .superRefine((rules, context) => {
    for (const [index, { validTo }] of rules.entries()) {
      const message = endFault(validTo, rules[index + 1]?.validFrom);
      if (message !== undefined) context.addIssue({ code: 'custom', path: [index, 'validTo'], message });
    }
  });

function endFault(validTo: string | undefined, nextFrom: string | undefined): string | undefined {
  if (nextFrom === undefined)
    return validTo === undefined
      ? undefined
      : 'Son sürümün bitiş tarihi olamaz: ondan sonra geçerli kural kalmaz.';
  if (validTo === undefined || validTo >= nextFrom)
    return `Sürümler çakışıyor: bu sürüm, bir sonrakinin başladığı ${nextFrom} gününden önce bitmelidir.`;
  if (addDays(validTo, 1) < nextFrom)
    return `Sürümler arasında boşluk var: bir sonraki sürüm ${nextFrom} günü başlıyor.`;
  return undefined;
}

type Field = {
  readonly key: string;
  readonly kind: string;
  readonly choices?: readonly { readonly value: string }[] | undefined;
};
type Fault = { readonly path: readonly (string | number)[]; readonly message: string };

/** Where a topic's rules name a field of it, or a choice, that is not there or of the wrong kind. */
export function deadlineFieldFaults(
  rules: readonly z.infer<typeof deadlineRuleSchema>[],
  fields: readonly Field[],
): readonly Fault[] {
  const isOf = (key: string, kinds: readonly string[]): boolean =>
    fields.some((field) => field.key === key && kinds.includes(field.kind));
  return rules.flatMap(({ eventField, dueField, variants = [] }, index) => [
    ...(eventField === undefined || isOf(eventField, ['date', 'datetime'])
      ? []
      : [{ path: [index, 'eventField'], message: 'Konunun bu adda bir tarih ya da zaman alanı yok.' }]),
    ...(dueField === undefined || isOf(dueField, ['date'])
      ? []
      : [{ path: [index, 'dueField'], message: 'Konunun bu adda bir tarih alanı yok.' }]),
    ...variants.flatMap(({ field: key, value }, place) => {
      const field = fields.find((known) => known.key === key);
      if (field?.choices?.some((choice) => choice.value === value)) return [];
      return [{ path: [index, 'variants', place], message: 'Konunun böyle bir seçeneği yok.' }];
    }),
  ]);
}
