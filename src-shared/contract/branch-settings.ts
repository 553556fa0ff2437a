import { z } from 'zod';
import { channelsAsKept, channelsSchema } from '../rules/channels.ts';
import { clockTimePattern } from '../rules/opening-hours.ts';
import { organisationSchema } from '../rules/organisation.ts';
import { formatNumber } from '../text/format.ts';
import { command, query } from './define.ts';
import { deskCodeField, done, line, nothing } from './fields.ts';
import { organisationInput } from './organisation.ts';
import { deskSchema } from './session.ts';
import { categoryColours, categorySchema } from './ticket.ts';
import { unitCodeField, unitInput, unitSchema } from './unit.ts';

/** What becomes at night of those whom nobody got to. */
export const nightPolicies = ['close', 'carry_over'] as const;
export type NightPolicy = (typeof nightPolicies)[number];

export const roomSchema = z.strictObject({
  roomCode: z.string(),
  roomName: z.string(),
  /** What is on its sign. */
  unit: z.string(),
  /** Whose room it is; null for one that every unit uses. */
  unitCode: z.string().nullable(),
});
export type Room = z.infer<typeof roomSchema>;

export const policySchema = z.strictObject({
  lockAfterMinutes: z.int().positive(),
  trackingUrl: z.string(),
  nightPolicy: z.enum(nightPolicies),
  /** How long after a no-show one may come back to the former place. */
  graceMinutes: z.int().nonnegative(),
  /** The order's numbers: see `QueuePolicy`. */
  priorityHeadStartMinutes: z.number().nonnegative(),
  priorityFactor: z.number().min(1),
  longestWaitMinutes: z.number().positive(),
});
export type Policy = z.infer<typeof policySchema>;

function whole(least: number, most: number, what: string) {
  const sentence = `${what} ${least} ile ${most} arasında bir tam sayı olmalı.`;
  return z.int(sentence).min(least, sentence).max(most, sentence);
}

function number(least: number, most: number, what: string) {
  const sentence = `${what} ${formatNumber(least)} ile ${formatNumber(most)} arasında bir sayı olmalı.`;
  return z.number(sentence).min(least, sentence).max(most, sentence);
}

const time = z
  .string('Saat yazılmalı ya da boş bırakılmalı.')
  .regex(clockTimePattern, 'Saat ss:dd biçiminde yazılmalı. Örnek: 08:30')
  .nullable();

/** What is no time has its own sentence already. */
function isTime(text: string | null): text is string {
  return text !== null && clockTimePattern.test(text);
}

const categoryInput = z
  .strictObject({
    code: z
      .string('Kategori kodu yazılmalı.')
      .regex(/^[a-z][a-z0-9_]{0,39}$/, 'Kategori kodu küçük harf, rakam ve alt çizgiden oluşmalı.'),
    name: line(60, 'Kategori adı yazılmalı.'),
    letter: z.string('Harf yazılmalı.').regex(/^[A-ZÇĞİÖŞÜ]$/, 'Tek bir büyük harf yazılmalı.'),
    colour: z.enum(categoryColours, 'Renk listeden seçilmeli.'),
    firstNumber: whole(1, 9_000, 'İlk numara'),
    dailyLimit: whole(1, 9_000, 'Günlük sınır').nullable(),
    deskCodes: z
      .array(z.string().min(1).max(40))
      .min(1, 'En az bir banko seçilmeli ya da hepsine açık bırakılmalı.')
      .max(99)
      .nullable(),
    opensAt: time,
    closesAt: time,
    weight: number(0.1, 10, 'Ağırlık'),
  })
  .refine(({ opensAt, closesAt }) => !isTime(opensAt) || !isTime(closesAt) || opensAt < closesAt, {
    path: ['closesAt'],
    message: 'Kapanış saati açılış saatinden sonra olmalı.',
  });

const deskInput = z.strictObject({
  deskCode: deskCodeField,
  deskName: line(40, 'Banko adı yazılmalı.'),
});

const roomInput = z.strictObject({
  roomCode: z
    .string('Oda kodu yazılmalı.')
    .regex(/^[A-Z0-9-]{1,10}$/, 'Oda kodu büyük harf ve rakamdan oluşmalı. Örnek: G1'),
  roomName: line(60, 'Oda adı yazılmalı.'),
  unit: line(80, 'Odadaki birim yazılmalı.'),
  unitCode: unitCodeField.nullable().default(null),
});

const policyInput = z.strictObject({
  lockAfterMinutes: whole(1, 120, 'Ekran kilidi süresi (dakika)'),
  trackingUrl: line(200, 'Başvuru takip adresi yazılmalı.'),
  nightPolicy: z.enum(nightPolicies, 'Gün sonunda ne yapılacağı seçilmeli.'),
  graceMinutes: whole(0, 480, 'Geri dönüş süresi (dakika)'),
  priorityHeadStartMinutes: number(0, 120, 'Öncelik başlangıcı (dakika)'),
  priorityFactor: number(1, 10, 'Öncelik katsayısı'),
  longestWaitMinutes: number(5, 480, 'En uzun bekleme (dakika)'),
});

const administrator = ['administrator'] as const;
const save = { access: administrator, authority: 'branch', output: done } as const;

/** The branch's documents, each written whole. */
export const branchSettingsContract = {
  /** Null for a document that this version can't read: it must not be written over. */
  'settings.get': query({
    access: administrator,
    authority: 'branch',
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({
      categories: z.array(categorySchema).nullable(),
      desks: z.array(deskSchema).nullable(),
      rooms: z.array(roomSchema).nullable(),
      units: z.array(unitSchema).nullable(),
      policy: policySchema.nullable(),
      channels: channelsAsKept.nullable(),
      organisation: organisationSchema.nullable(),
    }),
  }),
  'settings.saveCategories': command({
    ...save,
    input: z.strictObject({
      categories: z.array(categoryInput).min(1, 'En az bir kategori olmalı.').max(30),
    }),
  }),
  'settings.saveDesks': command({
    ...save,
    input: z.strictObject({ desks: z.array(deskInput).min(1, 'En az bir banko olmalı.').max(99) }),
  }),
  'settings.saveRooms': command({
    ...save,
    input: z.strictObject({ rooms: z.array(roomInput).max(99) }),
  }),
  'settings.saveUnits': command({
    ...save,
    input: z.strictObject({ units: z.array(unitInput).max(60) }),
  }),
  /** A new version each time: an application that is open goes on by the one that it began with. */
  'settings.saveChannels': command({
    ...save,
    input: z.strictObject({ channels: channelsSchema.shape.channels }),
  }),
  'settings.saveOrganisation': command({
    ...save,
    input: z.strictObject({ organisation: organisationInput }),
  }),
  'settings.savePolicy': command({ ...save, input: z.strictObject({ policy: policyInput }) }),
} as const;
