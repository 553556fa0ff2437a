import { z } from 'zod';
import { countSegments, type SmsAlphabet } from '../../../src-shared/rules/sms-segments.ts';
import type { Clock } from '../../lib/clock.ts';
import type { DeliveryReport, LookUp, SendOutcome, SmsDriver, SmsMessage } from '../driver.ts';
import { createBudget } from './budget.ts';
import { callProvider, defaultTimeoutMs, jsonOf, type Reply } from './http-call.ts';
import { deliveryOfStatus, outcomeOfCode } from './netgsm-codes.ts';
import { outcomeOfStatus, outcomeWithoutAnswer, uncertain } from './plain-outcomes.ts';
import { nationalMobile, wrongNumber } from './recipient.ts';

export type NetgsmConfig = {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly sender: string;
};

type Parts = { readonly clock: Clock; readonly timeoutMs?: number };

/** NetGSM allows ten a minute. */
const reportsPerMinute = 9;
const pageSize = 100;
const mostPages = 5;

const sentSchema = z.object({ code: z.string(), jobid: z.string().min(1).nullish() });
const reportSchema = z.object({
  code: z.string().optional(),
  jobs: z
    .array(
      z.object({
        jobid: z.coerce.string(),
        status: z.coerce.number(),
        referansID: z.coerce.string().nullish(),
      }),
    )
    .nullish(),
});
type ReportedJob = NonNullable<z.infer<typeof reportSchema>['jobs']>[number];

/** What the parameter `encoding` is to be; without it NetGSM writes ş as s. */
const encodings: Readonly<Record<SmsAlphabet, string | undefined>> = {
  gsm7: undefined,
  'gsm7-turkish': 'TR',
  ucs2: 'UNICODE',
};

/**
 * NetGSM's REST v2. It knows no client key that would keep it from sending twice, but gives `referansID` back in
 * its report, where a lost sending can be found again. That it isn't found proves nothing: how soon a sending
 * stands in the report is not documented.
 */
export function createNetgsmDriver(config: NetgsmConfig, parts: Parts): SmsDriver {
  const budget = createBudget(parts.clock, reportsPerMinute);
  const authorization = `Basic ${Buffer.from(`${config.username}:${config.password}`).toString('base64')}`;

  function call(path: string, json: object): Promise<Reply> {
    const url = new URL(`/sms/rest/v2/${path}`, config.url);
    const timeoutMs = parts.timeoutMs ?? defaultTimeoutMs;
    return callProvider({ url, method: 'POST', headers: { authorization }, json }, { timeoutMs });
  }

  async function send({ clientKey, to, text }: SmsMessage): Promise<SendOutcome> {
    const no = nationalMobile(to);
    if (no === undefined) return wrongNumber;
    const encoding = encodings[countSegments(text).alphabet];
    const reply = await call('send', {
      msgheader: config.sender,
      ...(encoding !== undefined && { encoding }),
      // Informational: the law asks for no consent, and İYS is not asked.
      iysfilter: '0',
      referansID: clientKey,
      messages: [{ msg: text, no }],
    });
    if (reply.kind !== 'reply') return outcomeWithoutAnswer(reply);
    const answer = sentSchema.safeParse(jsonOf(reply.body)).data;
    if (answer === undefined || reply.status >= 500) return outcomeOfStatus(reply);
    // 01 and 02: taken, with a date set right.
    if (!['00', '01', '02'].includes(answer.code)) return outcomeOfCode(answer.code);
    if (!answer.jobid) return uncertain('NetGSM kabul etti ama iş numarası vermedi');
    return { kind: 'accepted', reference: answer.jobid };
  }

  async function report(query: object): Promise<readonly ReportedJob[] | undefined> {
    if (!budget.spend()) return undefined;
    const reply = await call('report', query);
    if (reply.kind !== 'reply') return undefined;
    const answer = reportSchema.safeParse(jsonOf(reply.body)).data;
    // 60: nothing was found.
    if (answer === undefined || (answer.code ?? '00') !== '00') return answer?.code === '60' ? [] : undefined;
    return answer.jobs ?? [];
  }

  async function lookUp({ clientKey }: SmsMessage, attemptedAt: number): Promise<LookUp> {
    const window = {
      startdate: istanbulTime(attemptedAt - 5 * 60_000),
      stopdate: istanbulTime(attemptedAt + 30 * 60_000),
    };
    for (let page = 0; page < mostPages; page += 1) {
      const jobs = await report({ ...window, pagenumber: page, pagesize: pageSize });
      const own = jobs?.find((job) => job.referansID === clientKey);
      if (own !== undefined) return { kind: 'taken', reference: own.jobid };
      if (jobs === undefined || jobs.length < pageSize) break;
    }
    return { kind: 'no_answer' };
  }

  async function deliveryMany(references: readonly string[]): Promise<readonly DeliveryReport[]> {
    const jobs = await report({ jobids: references, pagenumber: 0, pagesize: pageSize });
    const statuses = new Map(jobs?.map((job) => [job.jobid, job.status]));
    return references.map((reference) => deliveryOfStatus(statuses.get(reference) ?? 0));
  }

  return {
    name: 'netgsm',
    repeatsSafely: false,
    send,
    lookUp,
    deliveryMany,
    delivery: async (reference) => (await deliveryMany([reference]))[0] ?? { kind: 'pending' },
  };
}

/** dd.MM.yyyy HH:mm:ss, as the report wants it; Turkey has kept UTC+3 all year since 2016. */
function istanbulTime(millis: number): string {
  const [date = '', time = ''] = new Date(millis + 3 * 3_600_000).toISOString().slice(0, 19).split('T');
  return `${date.split('-').toReversed().join('.')} ${time}`;
}
