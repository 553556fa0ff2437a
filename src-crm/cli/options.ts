import { parseArgs } from 'node:util';
import { z } from 'zod';
import { displayNamePattern, usernamePattern } from '../access/members.ts';
import { channelsOption, provinceOption } from './intake-options.ts';

const codePattern = /^[\w.-]{1,60}$/;
const branch = z.string('--branch verilmeli.').regex(codePattern, '--branch harf ve rakamlardan oluşmalı.');
const folder = z.string().min(1, '--data-dir boş olamaz.').default('./crm-data');

const commands = {
  serve: z.strictObject({
    port: z.coerce
      .number('--port bir sayı olmalı.')
      .int('--port bir tam sayı olmalı.')
      .min(0, '--port 0 ile 65535 arasında olmalı.')
      .max(65_535, '--port 0 ile 65535 arasında olmalı.')
      .default(8087),
    host: z.string().min(1).default('127.0.0.1'),
    'data-dir': folder,
    'tracking-url': z.url('--tracking-url tam bir adres olmalı.').optional(),
    'trust-proxy': z.boolean().default(false),
    'sms-config': z.string().min(1, '--sms-config bir dosya adı olmalı.').optional(),
    demo: z.boolean().default(false),
  }),
  'key create': z
    .strictObject({
      'data-dir': folder,
      branch: branch.optional(),
      intake: z.boolean().default(false),
      channels: channelsOption.optional(),
    })
    .refine(({ branch, intake }) => intake || branch !== undefined, { message: '--branch verilmeli.' })
    .refine(({ channels, intake }) => !intake || channels !== undefined, {
      message: '--intake ile --channels verilmeli. Örnek: --channels app,social_media',
    })
    .refine(({ branch, channels, intake }) => (intake ? branch : channels) === undefined, {
      message: '--branch bankonun anahtarına, --channels --intake anahtarına verilir.',
    }),
  'key list': z.strictObject({ 'data-dir': folder }),
  'intake branch set': z.strictObject({
    'data-dir': folder,
    branch,
    province: provinceOption,
  }),
  'intake branch default': z.strictObject({ 'data-dir': folder, branch }),
  'intake branch list': z.strictObject({ 'data-dir': folder }),
  'key withdraw': z.strictObject({ 'data-dir': folder, id: z.string('--id verilmeli.') }),
  'member add': z
    .strictObject({
      'data-dir': folder,
      username: z
        .string('--username verilmeli.')
        .regex(usernamePattern, '--username küçük harf, rakam, nokta, tire ya da alt çizgiden oluşmalı.'),
      name: z.string().regex(displayNamePattern, '--name ad ve soyad olmalı, en çok 50 harf.').optional(),
      role: z.enum(['team', 'operator'], '--role "team" ya da "operator" olmalı.'),
      team: z.string().regex(codePattern, '--team bir ekip kodu olmalı.').optional(),
    })
    .refine(({ role, team }) => (role === 'team') === (team !== undefined), {
      message: '--team, ekip üyesi için gereklidir; işletmen için verilmez.',
    }),
} as const;

type Commands = typeof commands;
export type Command = {
  [Name in keyof Commands]: { readonly name: Name; readonly options: z.infer<Commands[Name]> };
}[keyof Commands];

/** The command with its options, or what is wrong with them in words. */
export function readCommand(argv: readonly string[]): Command | { readonly trouble: readonly string[] } {
  let read: { readonly values: object; readonly positionals: readonly string[] };
  try {
    read = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'data-dir': { type: 'string' },
        'tracking-url': { type: 'string' },
        'trust-proxy': { type: 'boolean' },
        'sms-config': { type: 'string' },
        demo: { type: 'boolean' },
        branch: { type: 'string' },
        intake: { type: 'boolean' },
        channels: { type: 'string' },
        province: { type: 'string' },
        id: { type: 'string' },
        username: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        team: { type: 'string' },
      },
    });
  } catch {
    return { trouble: ['Seçeneklerden biri tanınmıyor ya da değeri eksik.', usage] };
  }
  switch (read.positionals.join(' ')) {
    case '':
      return checked('serve', commands.serve.safeParse(read.values));
    case 'key create':
      return checked('key create', commands['key create'].safeParse(read.values));
    case 'key list':
      return checked('key list', commands['key list'].safeParse(read.values));
    case 'intake branch set':
      return checked('intake branch set', commands['intake branch set'].safeParse(read.values));
    case 'intake branch default':
      return checked('intake branch default', commands['intake branch default'].safeParse(read.values));
    case 'intake branch list':
      return checked('intake branch list', commands['intake branch list'].safeParse(read.values));
    case 'key withdraw':
      return checked('key withdraw', commands['key withdraw'].safeParse(read.values));
    case 'member add':
      return checked('member add', commands['member add'].safeParse(read.values));
    default:
      return { trouble: [usage] };
  }
}

function checked<Name extends string, Options>(
  name: Name,
  parsed: z.ZodSafeParseResult<Options>,
): { name: Name; options: Options } | { trouble: readonly string[] } {
  if (parsed.success) return { name, options: parsed.data };
  return {
    trouble: parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys' ? `Bu komutla kullanılmaz: ${issue.keys.join(', ')}` : issue.message,
    ),
  };
}

const usage = `Kullanım:
  main.ts [--port 8087] [--host 127.0.0.1] [--data-dir ./crm-data] [--tracking-url URL] [--trust-proxy]
          [--sms-config <dosya>] [--demo]
  main.ts key create --branch 26
  main.ts key create --intake --channels app,social_media
  main.ts key list
  main.ts key withdraw --id <anahtar no>
  main.ts intake branch set --province <il> --branch 26
  main.ts intake branch default --branch 26
  main.ts intake branch list
  main.ts member add --username <kullanıcı adı> [--name <ad soyad>] --role team --team <ekip kodu>
  main.ts member add --username <kullanıcı adı> [--name <ad soyad>] --role operator
DATABASE_URL verilmişse PostgreSQL, verilmemişse --data-dir klasöründe PGlite kullanılır.
SMS sağlayıcısı --sms-config dosyasından ya da BANKO_SMS_… ortam değişkenlerinden okunur (netgsm, iletimerkezi,
verimor, smpp); hiçbiri yoksa SMS gönderilmez, giden kutusuna yazılır.`;
