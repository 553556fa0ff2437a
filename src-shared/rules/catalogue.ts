import { z } from 'zod';
import { applicationTypes } from '../ledger/application-entries.ts';
import { foldTurkish } from '../text/fold.ts';
import type { Holiday } from './calendar.ts';
import { areUnique, code, confidence, day, name, version } from './catalogue-fields.ts';
import { deadlineFieldFaults, deadlinesSchema } from './deadline-schema.ts';
import { placeholdersIn, smsVariables } from './sms-template.ts';

export const topicFieldKinds = ['text', 'number', 'date', 'datetime', 'choice', 'phone'] as const;

export const topicFieldSchema = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*$/, 'Alan anahtarı harfle başlamalı, harf ve rakamdan oluşmalıdır.'),
    label: name,
    kind: z.enum(topicFieldKinds),
    required: z.boolean(),
    choices: z
      .array(z.strictObject({ value: code, label: name }))
      .min(2)
      .optional(),
  })
  .refine((field) => (field.kind === 'choice') === (field.choices !== undefined), {
    path: ['choices'],
    message: 'Seçenekler yalnız seçmeli alanlarda ve onlarda mutlaka bulunmalıdır.',
  })
  .refine((field) => areUnique((field.choices ?? []).map((choice) => choice.value)), {
    path: ['choices'],
    message: 'Aynı seçenek iki kez verilmiş.',
  });

export const topicSchema = z
  .strictObject({
    code,
    label: name,
    group: z.enum(['dso', 'retail']),
    teamCode: code.optional(),
    types: z.array(z.enum(applicationTypes)).min(1).optional(),
    keywords: z.array(name).min(1),
    fields: z.array(topicFieldSchema),
    /** The choice that divides the topic into sub-topics: it is asked always, and shown beside the topic. */
    subtopicField: z.string().optional(),
    deadlines: deadlinesSchema,
    urgent: z.boolean().optional(),
    specialCategory: z.boolean().optional(),
    /** Of a topic of special-category data: the texts by which consent to it is asked. */
    consentTexts: z.array(code).min(1).optional(),
    retiredAt: z.iso.datetime().optional(),
    clerkHint: name.optional(),
  })
  .refine((topic) => areUnique(topic.fields.map((field) => field.key)), {
    path: ['fields'],
    message: 'Aynı alan anahtarı iki kez verilmiş.',
  })
  .refine(
    ({ subtopicField, fields }) =>
      subtopicField === undefined ||
      fields.some(({ key, kind, required }) => key === subtopicField && kind === 'choice' && required),
    { path: ['subtopicField'], message: 'Alt konu, konunun zorunlu ve seçmeli bir alanı olmalıdır.' },
  )
  .refine((topic) => topic.group === 'dso' || topic.teamCode === undefined, {
    path: ['teamCode'],
    message: 'Perakende konuları bir ekibe değil, tedarik şirketine yönlendirilir.',
  })
  .superRefine((topic, context) => {
    for (const { path, message } of deadlineFieldFaults(topic.deadlines, topic.fields))
      context.addIssue({ code: 'custom', path: ['deadlines', ...path], message });
  });

export const topicsSchema = z
  .strictObject({ version, topics: z.array(topicSchema).min(1) })
  .refine((file) => areUnique(file.topics.map((topic) => topic.code)), {
    path: ['topics'],
    message: 'Aynı konu kodu iki kez verilmiş.',
  });

export const teamSchema = z.strictObject({ code, name, unit: name });

const takeWithinSchema = z.strictObject({
  amount: z.int().positive('Süre 1 veya daha büyük olmalıdır.'),
  unit: z.enum(['workingDay', 'hour']),
});

export const teamsSchema = z
  .strictObject({
    version,
    /** How soon somebody of a team takes what was routed to it, before a supervisor is told. */
    takeWithin: z.strictObject({ usual: takeWithinSchema, urgent: takeWithinSchema }),
    teams: z.array(teamSchema).min(1),
  })
  .refine((file) => areUnique(file.teams.map((team) => team.code)), {
    path: ['teams'],
    message: 'Aynı ekip kodu iki kez verilmiş.',
  });

export const holidaySchema = z.strictObject({
  date: day,
  name,
  kind: z.enum(['public', 'half_day_pm', 'administrative_leave', 'company']),
  affectsDeadline: z.boolean(),
});

export const holidayYearSchema = z
  .strictObject({ year: z.int(), source: name, confidence, holidays: z.array(holidaySchema).min(1) })
  .refine((table) => table.holidays.every((holiday) => holiday.date.startsWith(`${table.year}-`)), {
    path: ['holidays'],
    message: 'Tatil günü, tablosunun yılında olmalıdır.',
  });

export const holidaysSchema = z
  .strictObject({ version, years: z.array(holidayYearSchema).min(1) })
  .refine((file) => areUnique(file.years.map((table) => String(table.year))), {
    path: ['years'],
    message: 'Aynı yıl iki kez verilmiş.',
  });

const provinceSchema = z
  .strictObject({ name, districts: z.array(name).min(1) })
  .refine((province) => areUnique(province.districts.map(foldTurkish)), {
    path: ['districts'],
    message: 'Aynı ilçe iki kez verilmiş.',
  });

/** The provinces that the company serves, each with all of its districts. */
export const provincesSchema = z
  .strictObject({ version, source: name, confidence, provinces: z.array(provinceSchema).min(1) })
  .refine((file) => areUnique(file.provinces.map((province) => foldTurkish(province.name))), {
    path: ['provinces'],
    message: 'Aynı il iki kez verilmiş.',
  });

/** The neighbourhoods and villages of the same provinces, by district. */
export const neighbourhoodsSchema = z.strictObject({
  version,
  source: name,
  confidence,
  provinces: z.array(
    z.strictObject({
      name,
      districts: z.array(
        z.strictObject({
          name,
          neighbourhoods: z
            .array(name)
            .min(1)
            .refine((names) => areUnique(names.map(foldTurkish)), {
              message: 'Aynı mahalle iki kez verilmiş.',
            }),
        }),
      ),
    }),
  ),
});

export const smsTemplateSchema = z
  .strictObject({
    code,
    version,
    language: z.literal(['tr', 'en']),
    validFrom: day,
    text: name,
    variables: z.array(z.enum(smsVariables)),
  })
  .refine(
    (template) => placeholdersIn(template.text).toSorted().join() === template.variables.toSorted().join(),
    {
      path: ['variables'],
      message: 'Değişken listesi, metindeki süslü parantezli alanlarla aynı olmalıdır.',
    },
  );

export const smsTemplatesSchema = z
  .strictObject({ version, templates: z.array(smsTemplateSchema).min(1) })
  .refine(
    (file) => areUnique(file.templates.map((item) => `${item.code} ${item.language} ${item.version}`)),
    {
      path: ['templates'],
      message: 'Bir şablonun aynı sürümü iki kez verilmiş.',
    },
  );

export type TopicFieldKind = (typeof topicFieldKinds)[number];
export type TopicField = z.infer<typeof topicFieldSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type TopicsFile = z.infer<typeof topicsSchema>;
export type Team = z.infer<typeof teamSchema>;
export type TeamsFile = z.infer<typeof teamsSchema>;
export type HolidaysFile = z.infer<typeof holidaysSchema>;
export type ProvincesFile = z.infer<typeof provincesSchema>;
export type NeighbourhoodsFile = z.infer<typeof neighbourhoodsSchema>;
export type SmsTemplatesFile = z.infer<typeof smsTemplatesSchema>;

/** The sub-topic in words; null where the topic has none, or its choice is of another version. */
export function subtopicOf(
  topic: Topic | undefined,
  fields: Readonly<Record<string, string>>,
): string | null {
  const field = topic?.fields.find(({ key }) => key === topic.subtopicField);
  return field?.choices?.find(({ value }) => value === fields[field.key])?.label ?? null;
}

/** The input of `makeCalendar`. */
export function allHolidays(file: HolidaysFile): readonly Holiday[] {
  return file.years.flatMap((table) => table.holidays);
}

/** Team codes that topics name and the teams file lacks; must be empty before either file is accepted. */
export function unknownTeamCodes(topics: TopicsFile, teams: TeamsFile): readonly string[] {
  const known = new Set(teams.teams.map((team) => team.code));
  const named = topics.topics.flatMap((topic) => topic.teamCode ?? []);
  return [...new Set(named)].filter((teamCode) => !known.has(teamCode));
}
