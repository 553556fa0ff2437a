import { z } from 'zod';
import { command, query } from './define.ts';
import type { ErrorCode } from './errors.ts';
import { done, line, nothing } from './fields.ts';

/** Why a certificate file is not taken; each has its sentence in the table of errors. */
export const sealRefusals = [
  'seal_file_unreadable',
  'seal_wrong_password',
  'seal_old_encryption',
  'seal_no_key',
  'seal_no_certificate',
  'seal_key_kind',
  'seal_not_for_signing',
  'seal_expired',
  'seal_not_yet_valid',
] as const satisfies readonly ErrorCode[];
export type SealRefusal = (typeof sealRefusals)[number];

/** Why a seal has no timestamp yet. It waits for one: no other time takes its place. */
export const timestampTroubles = [
  'timestamp_unreachable',
  'timestamp_credentials',
  'timestamp_rejected',
  'timestamp_unreadable',
  'timestamp_not_ours',
  'timestamp_not_trusted',
  'timestamp_no_room',
] as const satisfies readonly ErrorCode[];
export type TimestampTrouble = (typeof timestampTroubles)[number];

/** A certificate with its chain is a few KB. */
const maxFileBytes = 100 * 1024;
const administrator = ['administrator'] as const;

export const sealStates = ['valid', 'ends_soon', 'expired', 'not_yet_valid'] as const;

/** The certificate that documents are sealed with; each PC keeps its own, so that it seals without network. */
export const sealContract = {
  'seal.get': query({
    access: administrator,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({
      seal: z
        .strictObject({
          subject: z.string(),
          issuer: z.string(),
          serialNumber: z.string(),
          validFrom: z.string(),
          validTo: z.string(),
          state: z.enum(sealStates),
          isSelfMade: z.boolean(),
        })
        .nullable(),
      /** The password is never shown again. */
      timestampServer: z
        .strictObject({ url: z.string(), user: z.string().nullable(), hasPassword: z.boolean() })
        .nullable(),
    }),
  }),
  /** The key is kept in this PC's encrypted store alone and never written to the ledger. */
  'seal.import': command({
    access: administrator,
    input: z.strictObject({
      file: z
        .base64('Sertifika dosyası seçilmeli.')
        .min(1, 'Sertifika dosyası seçilmeli.')
        .max(Math.ceil(maxFileBytes / 3) * 4, 'Sertifika dosyası 100 KB’tan büyük olamaz.'),
      /** Some files have an empty one. */
      password: z.string().max(200, 'Parola en çok 200 karakter olabilir.'),
    }),
    output: done,
  }),
  /** For trials: self-signed, and says so in its name. */
  'seal.makeOwn': command({ access: administrator, input: nothing, output: done }),
  'seal.remove': command({ access: administrator, input: nothing, output: done }),
  'seal.setTimestampServer': command({
    access: administrator,
    input: z.strictObject({
      server: z
        .strictObject({
          url: z
            .url({ protocol: /^https?$/, error: 'Adres http:// ya da https:// ile başlamalı.' })
            .max(300, 'Adres en çok 300 karakter olabilir.')
            .refine(
              (url) => !/^[a-z]+:\/\/[^/?#]*@/i.test(url),
              'Kullanıcı adı ve parola adrese değil, kendi alanlarına yazılmalı.',
            ),
          user: line(100, 'Kullanıcı adı yazılmalı.').nullable(),
          password: z.string().max(200, 'Parola en çok 200 karakter olabilir.').nullable(),
        })
        .refine(({ user, password }) => user !== null || password === null, {
          path: ['user'],
          error: 'Parolanın yanında kullanıcı adı da yazılmalı.',
        })
        .nullable(),
    }),
    output: done,
  }),
  /** Asks the saved server for a timestamp now. */
  'seal.test': command({
    access: administrator,
    input: nothing,
    output: z.strictObject({ at: z.string(), authority: z.string() }),
  }),
} as const;
