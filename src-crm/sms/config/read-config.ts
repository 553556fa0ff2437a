import { readFileSync, statSync } from 'node:fs';
import process from 'node:process';
import { parseSmsConfig, type SmsConfig } from './sms-config.ts';

type Trouble = { readonly trouble: readonly string[] };

const variables = {
  BANKO_SMS_PROVIDER: 'provider',
  BANKO_SMS_URL: 'url',
  BANKO_SMS_SENDER: 'sender',
  BANKO_SMS_USERNAME: 'username',
  BANKO_SMS_PASSWORD: 'password',
  BANKO_SMS_KEY: 'key',
  BANKO_SMS_HASH: 'hash',
  BANKO_SMS_REPORT_TOKEN: 'reportToken',
  BANKO_SMS_HOST: 'host',
  BANKO_SMS_PORT: 'port',
  BANKO_SMS_TLS: 'tls',
  BANKO_SMS_SYSTEM_ID: 'systemId',
  BANKO_SMS_SYSTEM_TYPE: 'systemType',
  BANKO_SMS_WINDOW: 'window',
  BANKO_SMS_TURKISH: 'turkish',
  BANKO_SMS_MESSAGE_IDS: 'messageIds',
} as const;

/**
 * Who sends the SMS: from the file where one is named, else from the environment.
 * @returns undefined where neither names a provider; in words what is wrong, without any value that stands there
 */
export function readSmsConfig(
  path: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): SmsConfig | Trouble | undefined {
  if (path !== undefined) return fromFile(path);
  const given = Object.entries(variables).flatMap(([variable, member]) => {
    const value = environment[variable];
    return value === undefined || value === '' ? [] : [[member, value]];
  });
  return given.length === 0 ? undefined : parseSmsConfig(Object.fromEntries(given));
}

function fromFile(path: string): SmsConfig | Trouble {
  const trouble = (words: string): Trouble => ({ trouble: [`--sms-config: ${words}`] });
  let text: string;
  try {
    // Whoever can read it can send SMS in the company's name. Windows has no such bits.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      return trouble('dosyayı başka kullanıcılar da okuyabiliyor; önce "chmod 600" ile kısıtlayın.');
    text = readFileSync(path, 'utf8');
  } catch {
    return trouble('dosya bulunamadı ya da okunamıyor.');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return trouble('dosya geçerli bir JSON değil.');
  }
  return parseSmsConfig(json);
}
