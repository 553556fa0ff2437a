import { z } from 'zod';

const provider = (url: string) => ({
  url: z.url('"url" tam bir adres olmalı.').refine(isSafe, '"url" https:// ile başlamalı.').default(url),
  sender,
});

/** Plain HTTP would show credentials, numbers and texts to whoever listens; a proxy on this machine may take it. */
function isSafe(url: string): boolean {
  // What is no address at all has been said already.
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  );
}

/** As the registration of sender names in Turkey wants it. */
const sender = z
  .string('"sender" verilmeli: sağlayıcıda onaylı gönderici adı.')
  .max(11, '"sender" en çok 11 karakter olabilir.')
  .regex(
    /^[A-Za-z0-9 .*-]*$/,
    '"sender" Türkçe harf içeremez; harf, rakam, boşluk, nokta, tire ve yıldız olabilir.',
  )
  .regex(/[A-Za-z]/, '"sender" en az bir harf içermeli.')
  .regex(/^\S(.*\S)?$/, '"sender" boşlukla başlayamaz ve bitemez.');

const secret = (name: string) =>
  z.string(`"${name}" verilmeli.`).min(1, `"${name}" boş olamaz.`).max(200, `"${name}" çok uzun.`);

/** Whoever knows it can write delivery reports, so it has to be beyond guessing. */
const reportToken = z
  .string()
  .regex(
    /^[\w-]{32,100}$/,
    '"reportToken" 32 ile 100 karakter arasında olmalı; harf, rakam, tire ve alt çizgi içerebilir.',
  )
  .optional();

/** Asked for, since both are usual and neither is a good guess: without TLS text and password are readable. */
const flag = z
  .union([z.boolean(), z.enum(['true', 'false'])], '"tls" true ya da false olmalı.')
  .transform((given) => given === true || given === 'true');

const schema = z.discriminatedUnion(
  'provider',
  [
    z.strictObject({
      provider: z.literal('netgsm'),
      ...provider('https://api.netgsm.com.tr'),
      username: secret('username'),
      password: secret('password'),
    }),
    z.strictObject({
      provider: z.literal('iletimerkezi'),
      ...provider('https://api.iletimerkezi.com'),
      key: secret('key'),
      hash: secret('hash'),
      reportToken,
    }),
    z.strictObject({
      provider: z.literal('verimor'),
      ...provider('https://sms.verimor.com.tr'),
      username: secret('username'),
      password: secret('password'),
      reportToken,
    }),
    z.strictObject({
      provider: z.literal('smpp'),
      sender,
      host: secret('host'),
      port: z.coerce
        .number('"port" bir sayı olmalı.')
        .int('"port" bir tam sayı olmalı.')
        .min(1, '"port" 1 ile 65535 arasında olmalı.')
        .max(65_535, '"port" 1 ile 65535 arasında olmalı.')
        .default(2775),
      tls: flag,
      systemId: secret('systemId'),
      password: secret('password'),
      systemType: z
        .string('"systemType" bir metin olmalı.')
        .max(12, '"systemType" en çok 12 karakter.')
        .default(''),
      window: z.coerce
        .number('"window" bir sayı olmalı.')
        .int('"window" bir tam sayı olmalı.')
        .min(1, '"window" 1 ile 100 arasında olmalı.')
        .max(100, '"window" 1 ile 100 arasında olmalı.')
        .default(10),
      turkish: z.enum(['ucs2', 'single_shift'], '"turkish" ucs2 ya da single_shift olmalı.').default('ucs2'),
      messageIds: z
        .enum(
          ['same', 'hex_then_decimal', 'decimal_then_hex'],
          '"messageIds" same, hex_then_decimal ya da decimal_then_hex olmalı.',
        )
        .default('same'),
    }),
  ],
  '"provider" şunlardan biri olmalı: netgsm, iletimerkezi, verimor, smpp.',
);

export type SmsConfig = z.infer<typeof schema>;

/** The configuration, or in words what is wrong with it. No value is ever quoted, since it may be a password. */
export function parseSmsConfig(input: unknown): SmsConfig | { readonly trouble: readonly string[] } {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  return {
    trouble: parsed.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? `Bu sağlayıcıyla kullanılmaz: ${issue.keys.join(', ')}`
        : issue.message,
    ),
  };
}
