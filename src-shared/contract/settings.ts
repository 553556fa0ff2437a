import { z } from 'zod';
import { roles } from '../ledger/other-entries.ts';
import { branchSettingsContract } from './branch-settings.ts';
import { command, query } from './define.ts';
import { done, idSchema, line, nothing, passwordField, pinField } from './fields.ts';

/** What the branch agrees on, shared with every PC by the ledger. */
export const settingsDocuments = [
  'branch',
  'desks',
  'rooms',
  'units',
  'categories',
  'policy',
  'dialling',
  'channels',
  'organisation',
  'logo',
  'retention',
] as const;
export type SettingsDocument = (typeof settingsDocuments)[number];

const administrator = ['administrator'] as const;

export const settingsContract = {
  ...branchSettingsContract,
  'crm.get': query({
    access: administrator,
    topics: ['settings', 'connection'],
    input: nothing,
    output: z.strictObject({ url: z.string().nullable(), hasKey: z.boolean() }),
  }),
  /** The key is kept on this workstation alone and never written to the ledger. */
  'crm.configure': command({
    access: administrator,
    input: z.strictObject({
      url: z
        .url({ protocol: /^https?$/, error: 'CRM adresi http:// ya da https:// ile başlamalı.' })
        .max(300),
      apiKey: line(200, 'Şube anahtarı yazılmalı.'),
    }),
    output: done,
  }),
  'crm.test': command({ access: administrator, input: nothing, output: done }),
  'user.list': query({
    access: administrator,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({
      users: z.array(
        z.strictObject({
          id: z.string(),
          username: z.string(),
          displayName: z.string(),
          role: z.enum(roles),
          isActive: z.boolean(),
          mayKnowInformants: z.boolean(),
        }),
      ),
    }),
  }),
  'user.add': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({
      username: z
        .string()
        .regex(/^[a-z0-9._-]{2,40}$/, 'Kullanıcı adı küçük harf, rakam, nokta ve tireden oluşmalı.'),
      displayName: line(80, 'Ad soyad yazılmalı.'),
      role: z.enum(roles, 'Görev seçilmeli.'),
      password: passwordField,
      pin: pinField,
    }),
    output: z.strictObject({ userId: z.string() }),
  }),
  /** Whether somebody may know who informed: a permission of its own, whatever the role. */
  'user.setInformants': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ userId: idSchema, mayKnowInformants: z.boolean() }),
    output: done,
  }),
  'user.setActive': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ userId: idSchema, isActive: z.boolean() }),
    output: done,
  }),
} as const;
