import { z } from 'zod';
import type { Clock } from '../../lib/clock.ts';
import type { DeliveryReport, PushedReport, SendOutcome, SmsDriver, SmsMessage } from '../driver.ts';
import { createBudget } from './budget.ts';
import { callProvider, defaultTimeoutMs, jsonOf, type Reply } from './http-call.ts';
import { deliveryOfMessage, deliveryOfPush, outcomeOfCode } from './iletimerkezi-codes.ts';
import { outcomeOfStatus, outcomeWithoutAnswer, uncertain } from './plain-outcomes.ts';
import { nationalMobile, wrongNumber } from './recipient.ts';

export type IletimerkeziConfig = {
  readonly url: string;
  readonly key: string;
  /** As the panel shows it beside the key. */
  readonly hash: string;
  readonly sender: string;
};

type Parts = { readonly clock: Clock; readonly timeoutMs?: number };

/** No limit is documented; this is what a day of a branch network needs many times over. */
const reportsPerMinute = 60;

const answerSchema = z.object({
  response: z.object({
    status: z.object({ code: z.coerce.number() }),
    order: z
      .object({
        id: z.coerce.string().min(1).optional(),
        status: z.coerce.number().optional(),
        message: z.array(z.object({ status: z.coerce.number() })).optional(),
      })
      .optional(),
  }),
});

const pushSchema = z.object({
  report: z.object({
    packet_id: z.coerce.string().min(1),
    status: z.string(),
    to: z.string(),
    body: z.string(),
  }),
});

/**
 * İleti Merkezi's JSON API. It takes no key of ours, so a sending whose answer was lost can't be asked for. Its
 * push tells number and text of what was taken, which is how such a sending is known again.
 */
export function createIletimerkeziDriver(config: IletimerkeziConfig, parts: Parts): SmsDriver {
  const budget = createBudget(parts.clock, reportsPerMinute);
  const authentication = { key: config.key, hash: config.hash };

  function call(path: string, order: object): Promise<Reply> {
    const url = new URL(`/v1/${path}/json`, config.url);
    const json = { request: { authentication, order } };
    return callProvider({ url, method: 'POST', json }, { timeoutMs: parts.timeoutMs ?? defaultTimeoutMs });
  }

  async function send({ to, text }: SmsMessage): Promise<SendOutcome> {
    const number = nationalMobile(to);
    if (number === undefined) return wrongNumber;
    const reply = await call('send-sms', {
      sender: config.sender,
      sendDateTime: [],
      // Informational: the law asks for no consent, and İYS is not asked.
      iys: '0',
      iysList: 'BIREYSEL',
      // The provider spells it so.
      message: { text, receipents: { number: [number] } },
    });
    if (reply.kind !== 'reply') return outcomeWithoutAnswer(reply);
    const answer = answerSchema.safeParse(jsonOf(reply.body)).data?.response;
    if (answer === undefined) return outcomeOfStatus(reply);
    if (answer.status.code !== 200) return outcomeOfCode(answer.status.code);
    const reference = answer.order?.id;
    return reference === undefined
      ? uncertain('İleti Merkezi kabul etti ama sipariş numarası vermedi')
      : { kind: 'accepted', reference };
  }

  async function delivery(reference: string): Promise<DeliveryReport> {
    if (!budget.spend()) return { kind: 'pending' };
    const reply = await call('get-report', { id: reference, page: '1', rowCount: '1' });
    const answer = reply.kind === 'reply' ? answerSchema.safeParse(jsonOf(reply.body)).data : undefined;
    const order = answer?.response.order;
    return deliveryOfMessage(order?.message?.[0]?.status, order?.status);
  }

  return { name: 'iletimerkezi', repeatsSafely: false, send, delivery, readReports };
}

function readReports(body: unknown): readonly PushedReport[] | undefined {
  const report = pushSchema.safeParse(body).data?.report;
  if (report === undefined) return undefined;
  const { packet_id: reference, to, body: text } = report;
  return [{ reference, sent: { to, text }, delivery: deliveryOfPush(report.status) }];
}
