import { z } from 'zod';
import { countSegments, type SmsAlphabet } from '../../../src-shared/rules/sms-segments.ts';
import type { Clock } from '../../lib/clock.ts';
import type { DeliveryReport, LookUp, PushedReport, SendOutcome, SmsDriver, SmsMessage } from '../driver.ts';
import { createBudget } from './budget.ts';
import { callProvider, defaultTimeoutMs, jsonOf, type Reply } from './http-call.ts';
import { outcomeOfStatus, outcomeWithoutAnswer, refused, uncertain } from './plain-outcomes.ts';
import { nationalMobile, wrongNumber } from './recipient.ts';
import { deliveryOfStatus, isRepeat, outcomeOfError } from './verimor-codes.ts';

export type VerimorConfig = {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly sender: string;
};

type Parts = { readonly clock: Clock; readonly timeoutMs?: number };

/** All that isn't sending shares twenty a minute, of which ten may come at once. */
const questionsPerMinute = 9;

const campaignSchema = z.object({ campaign_id: z.coerce.string().regex(/^\d+$/) });
const statusSchema = z.array(z.object({ campaign_id: z.coerce.string().min(1), status: z.string() }));
const pushSchema = z.array(z.object({ type: z.string() }).loose());
const outboundSchema = z.object({
  campaign_id: z.coerce.string().min(1),
  campaign_custom_id: z.string().nullish(),
  status: z.string(),
});

const datacodings: Readonly<Record<SmsAlphabet, '0' | '1' | '2'>> = {
  gsm7: '0',
  'gsm7-turkish': '1',
  ucs2: '2',
};

/**
 * Verimor's v2. `custom_id` does not keep it from sending twice, but its status can be asked by it: an SMS whose
 * answer was lost is asked for before it is sent again. The same text to the same number within a day is refused
 * by Verimor besides.
 */
export function createVerimorDriver(config: VerimorConfig, parts: Parts): SmsDriver {
  const budget = createBudget(parts.clock, questionsPerMinute);
  const credentials = { username: config.username, password: config.password };
  const timeoutMs = parts.timeoutMs ?? defaultTimeoutMs;

  async function send(message: SmsMessage): Promise<SendOutcome> {
    const number = nationalMobile(message.to);
    if (number === undefined) return wrongNumber;
    const { clientKey, text } = message;
    const json = {
      ...credentials,
      source_addr: config.sender,
      custom_id: clientKey,
      datacoding: datacodings[countSegments(text).alphabet],
      // Informational: the law asks for no consent, and İYS is not asked.
      is_commercial: false,
      messages: [{ msg: text, dest: `90${number}`, id: clientKey }],
    };
    const url = new URL('/v2/send.json', config.url);
    const reply = await callProvider({ url, method: 'POST', json }, { timeoutMs });
    if (reply.kind !== 'reply') return outcomeWithoutAnswer(reply);
    if (reply.status === 200) return afterOk(reply.body);
    if (isRepeat(reply.body)) return afterRepeat(message);
    return outcomeOfError(reply) ?? outcomeOfStatus(reply);
  }

  /** Verimor says that it has sent the same text to this number today: perhaps by an attempt of ours. */
  async function afterRepeat(message: SmsMessage): Promise<SendOutcome> {
    const found = await lookUp(message);
    if (found.kind === 'taken') return { kind: 'accepted', reference: found.reference };
    return found.kind === 'not_taken'
      ? refused('Aynı metin bu numaraya son 24 saatte gönderilmiş; sağlayıcı yinelemedi')
      : uncertain('Sağlayıcı aynı metnin bu numaraya gönderildiğini bildirdi');
  }

  async function ask(by: Readonly<Record<string, string>>): Promise<Reply | undefined> {
    if (!budget.spend()) return undefined;
    const url = new URL('/v2/status', config.url);
    url.search = new URLSearchParams({ ...credentials, ...by }).toString();
    return callProvider({ url, method: 'GET' }, { timeoutMs });
  }

  async function lookUp({ clientKey }: SmsMessage): Promise<LookUp> {
    const reply = await ask({ custom_id: clientKey });
    if (reply?.kind !== 'reply') return { kind: 'no_answer' };
    if (reply.status === 404) return { kind: 'not_taken' };
    const rows = reply.status === 200 ? statusSchema.safeParse(jsonOf(reply.body)).data : undefined;
    const reference = rows?.[0]?.campaign_id;
    return reference === undefined ? { kind: 'no_answer' } : { kind: 'taken', reference };
  }

  async function delivery(reference: string): Promise<DeliveryReport> {
    const reply = await ask({ id: reference });
    if (reply?.kind !== 'reply' || reply.status !== 200) return { kind: 'pending' };
    const status = statusSchema.safeParse(jsonOf(reply.body)).data?.[0]?.status;
    return status === undefined ? { kind: 'pending' } : deliveryOfStatus(status);
  }

  return { name: 'verimor', repeatsSafely: false, send, lookUp, delivery, readReports };
}

/** The campaign's number alone, or JSON that holds it: the two documents of the provider differ. */
function afterOk(body: string): SendOutcome {
  const plain = /^\s*"?(\d+)"?\s*$/.exec(body)?.[1];
  const reference = plain ?? campaignSchema.safeParse(jsonOf(body)).data?.campaign_id;
  return reference === undefined
    ? uncertain('Verimor kabul etti ama kampanya numarası vermedi')
    : { kind: 'accepted', reference };
}

/** SMS that consumers send to the account come to the same address and are passed over. */
function readReports(body: unknown): readonly PushedReport[] | undefined {
  return pushSchema.safeParse(body).data?.flatMap((row) => {
    const report = row.type === 'outbound' ? outboundSchema.safeParse(row).data : undefined;
    if (report === undefined) return [];
    const clientKey = report.campaign_custom_id;
    const delivery = deliveryOfStatus(report.status);
    return [{ reference: report.campaign_id, ...(clientKey && { clientKey }), delivery }];
  });
}
