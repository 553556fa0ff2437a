import { z } from 'zod';
import type { Clock } from '../../lib/clock.ts';
import { createPhones, type Phones } from './phones.ts';
import { type ProviderSite, type SiteReply, type SiteRequest, startProviderSite } from './provider-site.ts';

const requestSchema = z.object({
  request: z.object({
    authentication: z.object({ key: z.string(), hash: z.string() }),
    order: z.unknown(),
  }),
});
const sendSchema = z.object({
  sender: z.string(),
  iys: z.literal('0'),
  message: z.object({
    text: z.string().min(1),
    receipents: z.object({ number: z.tuple([z.string().regex(/^5\d{9}$/)]) }),
  }),
});

/** The provider documents that it refuses a repeated order and not within which time; this is the fake's own. */
const repeatMs = 10 * 60_000;

type Order = {
  readonly id: number;
  readonly number: string;
  readonly text: string;
  readonly at: number;
  status: number;
};

export type FakeIletimerkezi = ProviderSite & {
  readonly phones: Phones;
  readonly orders: readonly Order[];
  readonly answerWith: (code: number) => void;
  readonly report: (status: number) => void;
  /** What it pushes about an order, in the form of its documentation. */
  readonly pushOf: (order: Order, status: 'accepted' | 'delivered' | 'undelivered') => object;
};

/** İleti Merkezi's JSON API as documented: an envelope with a status code, an order number, no key of the client. */
export async function startFakeIletimerkezi(clock: Clock): Promise<FakeIletimerkezi> {
  const phones = createPhones();
  const orders: Order[] = [];
  let code = 200;
  let status = 111;

  function send(json: unknown): SiteReply {
    const parsed = sendSchema.safeParse(json);
    if (!parsed.success) return envelope(400);
    const { sender, message } = parsed.data;
    if (sender !== 'OEDAS') return envelope(450);
    if (code !== 200) return envelope(code);
    const [number] = message.receipents.number;
    const isRepeat = (order: Order): boolean =>
      order.number === number && order.text === message.text && order.at > clock.now() - repeatMs;
    if (orders.some(isRepeat)) return envelope(451);
    const id = 312_891_000 + orders.length;
    orders.push({ id, number, text: message.text, at: clock.now(), status });
    phones.ring(number, message.text);
    return envelope(200, { id: String(id) });
  }

  function report(json: unknown): SiteReply {
    const { id } = z.object({ id: z.string() }).parse(json);
    const order = orders.find((one) => String(one.id) === id);
    if (order === undefined) return envelope(455);
    const whole = { 110: 113, 111: 114, 112: 114 }[order.status] ?? 115;
    return envelope(200, {
      id,
      status: whole,
      message: [{ number: `+90${order.number}`, status: order.status }],
    });
  }

  function answer({ path, json }: SiteRequest): SiteReply {
    const { authentication, order } = requestSchema.parse(json).request;
    if (authentication.key !== 'anahtar' || authentication.hash !== 'ozet') return envelope(401);
    return path === '/v1/send-sms/json' ? send(order) : report(order);
  }

  const site = await startProviderSite({
    isSending: ({ path }) => path === '/v1/send-sms/json',
    answer,
    busy: { status: 429, body: 'Too Many Requests', headers: { 'retry-after': '30' } },
  });
  return {
    ...site,
    phones,
    orders,
    answerWith: (given) => {
      code = given;
    },
    report: (given) => {
      status = given;
    },
    pushOf: ({ id, number, text }, pushed) => ({
      report: { id: id + 1_000_000, packet_id: id, status: pushed, to: `+90${number}`, body: text },
    }),
  };
}

function envelope(code: number, order?: object): SiteReply {
  const response = { status: { code, message: 'ileti' }, ...(order !== undefined && { order }) };
  return { status: code, body: { response } };
}
