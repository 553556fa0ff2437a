import { z } from 'zod';
import { roles } from '../ledger/other-entries.ts';
import { branchConnectionSchema } from './branch.ts';
import { command, query } from './define.ts';
import { deskCodeField, done, line, nothing, passwordField, pinField } from './fields.ts';
import { deskSchema } from './session.ts';
import { settingsDocuments } from './settings.ts';

export const troubleKinds = [
  'newer',
  'damaged',
  /** SQLite can't tell one from the other, and no backup could. */
  'wrong_key_or_damaged',
  'wrong_key',
  'unusable_key',
  'update_failed',
  'disk_full',
  'in_use',
  'unreadable',
  'unexpected',
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** Each a recovery method. */
export const recoveryWays = ['retry', 'restore', 'export'] as const;
export type RecoveryWay = (typeof recoveryWays)[number];

/** Why the store can't be opened; nothing is deleted, and the recovery methods are what is left. */
export const troubleSchema = z.strictObject({
  kind: z.enum(troubleKinds),
  sentence: z.string(),
  /** What can help against this trouble; the other recovery methods refuse. */
  ways: z.array(z.enum(recoveryWays)),
  /** Newest first. */
  backups: z.array(z.strictObject({ file: z.string(), at: z.iso.datetime(), bytes: z.int().nonnegative() })),
});

export const systemStateSchema = z.strictObject({
  phase: z.enum(['first_run', 'ready', 'trouble']),
  trouble: troubleSchema.nullable(),
  version: z.string(),
  branch: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  desk: deskSchema.nullable(),
  desks: z.array(deskSchema),
  /** Set up with generated people: every screen says so. */
  isSample: z.boolean(),
  /** Documents of the branch that this version can't read; another PC with a newer Banko wrote them. */
  unreadable: z.array(z.enum(settingsDocuments)),
});
export type SystemState = z.infer<typeof systemStateSchema>;

export const crmStates = ['not_configured', 'connecting', 'online', 'offline', 'key_refused'] as const;

export const connectionSchema = z.strictObject({
  crm: z.strictObject({
    state: z.enum(crmStates),
    url: z.string().nullable(),
    unsent: z.int().nonnegative(),
    /** Since when the oldest unsent entry has waited on this PC: not before this was set up or got its sample. */
    oldestUnsentAt: z.iso.datetime().nullable(),
    lastSuccessAt: z.iso.datetime().nullable(),
    /** A sentence for the screen; null while all is well. */
    trouble: z.string().nullable(),
    /** What a person has to take note of, until `system.acknowledgeNotice`; said in `trouble` where nothing else is. */
    notice: z
      .strictObject({
        at: z.iso.datetime(),
        sentence: z.string(),
        /** The log has two histories since this store was restored from a backup. */
        isForked: z.boolean(),
        /** How many entries from the CRM were not what their writers had sealed. */
        unverified: z.int().nonnegative(),
      })
      .nullable(),
  }),
  printer: z.strictObject({
    isConfigured: z.boolean(),
    waiting: z.int().nonnegative(),
    trouble: z.string().nullable(),
  }),
  queueLength: z.int().nonnegative(),
  /** Until when this PC's seal holds, once that is soon or over; null while all is well, and without a seal. */
  sealEnds: z.iso.datetime().nullable(),
  branch: branchConnectionSchema,
});
export type Connection = z.infer<typeof connectionSchema>;

export const sampleUserSchema = z.strictObject({
  username: z.string(),
  displayName: z.string(),
  role: z.enum(roles),
  password: z.string(),
  pin: z.string(),
});
export type SampleUser = z.infer<typeof sampleUserSchema>;

const chainFaultSchema = z.strictObject({ log: z.string(), seq: z.int(), kind: z.string() });

export const systemContract = {
  'system.state': query({
    access: 'public',
    topics: ['settings'],
    input: nothing,
    output: systemStateSchema,
  }),
  'system.connection': query({
    access: 'public',
    topics: ['connection', 'queue', 'prints', 'applications'],
    input: nothing,
    output: connectionSchema,
  }),
  'system.setUp': command({
    access: 'public',
    input: z.strictObject({
      branch: z.strictObject({
        /** Province plate code, or that and a digit where a province has several branches: `26`, `262`. */
        code: z.string().regex(/^\d{2,4}$/, 'Şube kodu 2 ile 4 rakam arasında olmalı. Örnek: 26'),
        name: line(80, 'Şube adı yazılmalı.'),
      }),
      desk: z.strictObject({
        code: deskCodeField,
        name: line(40, 'Banko adı yazılmalı.'),
      }),
      /** Makes application numbers of two PCs of one branch differ while both are offline. */
      workstationNo: z
        .int()
        .min(1, 'Bilgisayar numarası 1 ile 99 arasında olmalı.')
        .max(99, 'Bilgisayar numarası 1 ile 99 arasında olmalı.'),
      administrator: z.strictObject({
        username: z
          .string()
          .regex(/^[a-z0-9._-]{2,40}$/, 'Kullanıcı adı küçük harf, rakam, nokta ve tireden oluşmalı.'),
        displayName: line(80, 'Ad soyad yazılmalı.'),
        password: passwordField,
        pin: pinField,
      }),
    }),
    output: done,
  }),
  'system.loadSample': command({ access: 'public', input: nothing, output: done }),
  /** Who can sign in, with their secrets: of a sample workplace alone, and none anywhere else. */
  'system.sampleUsers': query({
    access: 'public',
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({ users: z.array(sampleUserSchema) }),
  }),
  'system.verifyLedger': query({
    access: ['supervisor', 'administrator'],
    topics: [],
    input: nothing,
    output: z.strictObject({
      entries: z.int().nonnegative(),
      logs: z.int().nonnegative(),
      fault: chainFaultSchema.nullable(),
    }),
  }),
  /** Takes note of `crm.notice` as it was shown: what came after its time is told again. */
  'system.acknowledgeNotice': command({
    access: ['supervisor', 'administrator'],
    input: z.strictObject({ at: z.iso.datetime('Bildirimin zamanı gerekli.') }),
    output: done,
  }),
  'system.rebuild': command({ access: ['administrator'], input: nothing, output: done }),
  /** The three below answer only while the phase is `trouble`. */
  'recovery.retry': command({ access: 'public', input: nothing, output: done }),
  /** Puts the damaged store aside under another name, then opens a copy of the backup. */
  'recovery.restore': command({
    access: 'public',
    input: z.strictObject({ file: z.string().min(1, 'Yedek seçilmeli.').max(200) }),
    output: done,
  }),
  /** Copies the store's files, encrypted as they are, into a folder for support. */
  'recovery.export': command({
    access: 'public',
    input: nothing,
    output: z.strictObject({ folder: z.string() }),
  }),
  'system.backUp': command({
    access: ['administrator'],
    input: nothing,
    output: z.strictObject({ file: z.string() }),
  }),
} as const;
