import { z } from 'zod';
import { screenKinds, tokenHashSchema } from '../ledger/screen-entries.ts';
import { command, query } from './define.ts';
import { done, idSchema, line, nothing } from './fields.ts';

/** Where a PC serves its screens unless an administrator says otherwise. */
export const defaultScreensPort = 41_711;

export const screenSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(screenKinds),
  /** Of a door. */
  roomCode: z.string().nullable(),
  roomName: z.string().nullable(),
  addedAt: z.iso.datetime(),
});
export type Screen = z.infer<typeof screenSchema>;

/** What this PC does about screens, as its own administrator has set it. */
export const screensServerSchema = z.strictObject({
  isOn: z.boolean(),
  port: z.int(),
  /** Of this PC's addresses the one that a visitor's QR names; null for the first. */
  host: z.string().nullable(),
});
export type ScreensServer = z.infer<typeof screensServerSchema>;

export const screensStates = ['off', 'listening', 'failed'] as const;
export type ScreensState = (typeof screensStates)[number];

const administrator = ['administrator'] as const;
const portRange = 'Bağlantı noktası (port) 1024 ile 65535 arasında olmalı.';

/**
 * The screens that nobody signs in to, each with a token of its own. Who adds one makes its token and sends the
 * hash alone (decision 7): no answer, receipt or log ever holds a token.
 */
export const screenContract = {
  /** Those that may come; a withdrawn one is gone. */
  'screen.list': query({
    access: administrator,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({ screens: z.array(screenSchema) }),
  }),
  'screen.add': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({
      name: line(60, 'Ekranın adı yazılmalı.'),
      kind: z.enum(screenKinds, 'Ekranın türü seçilmeli.'),
      roomCode: z.string('Oda seçilmedi.').max(40, 'Oda kodu çok uzun.').nullable(),
      tokenHash: z
        .string('Ekranın anahtarı hazırlanamadı; sayfayı yenileyin.')
        .regex(/^[0-9a-f]{64}$/, 'Ekranın anahtarı hazırlanamadı; sayfayı yenileyin.')
        .pipe(tokenHashSchema),
    }),
    output: z.strictObject({ screenId: z.string() }),
  }),
  /** Cuts the screen off at once, also where it is connected now. */
  'screen.withdraw': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ screenId: idSchema }),
    output: done,
  }),
  /** How screens reach this PC. */
  'screen.address': query({
    access: administrator,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({
      server: screensServerSchema,
      state: z.enum(screensStates),
      /** A sentence for the screen; null while all is well. */
      trouble: z.string().nullable(),
      /** Of this PC on the LAN; the first is what a QR names where none was chosen. */
      hosts: z.array(z.string()),
      /** `http://192.168.1.20:41711`, in the order of `hosts`. */
      bases: z.array(z.string()),
      /** For a second monitor of this PC. */
      ownBase: z.string(),
    }),
  }),
  'screen.setServer': command({
    access: administrator,
    input: z.strictObject({
      isOn: z.boolean('Ekran sunucusu açık ya da kapalı olmalı.'),
      port: z.int(portRange).min(1_024, portRange).max(65_535, portRange),
      host: z.string('Adres seçilmedi.').max(60, 'Adres çok uzun.').nullable(),
    }),
    output: done,
  }),
} as const;
