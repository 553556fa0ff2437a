import { z } from 'zod';

const provider = (url: string) => ({
  url: z.url('"url" tam bir adres olmalı.').refine(isSafe, '"url" https:// ile başlamalı.').default(url),
  sender,
});

/** Plain HTTP would show credentials, numbers and texts to whoever listens; a proxy on this machine may take it. */
function isSafe(url: string): boolean {
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
