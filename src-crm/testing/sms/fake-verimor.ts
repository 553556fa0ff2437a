import { z } from 'zod';
import type { Clock } from '../../lib/clock.ts';
import { createPhones, type Phones } from './phones.ts';
import { type ProviderSite, type SiteReply, type SiteRequest, startProviderSite } from './provider-site.ts';

const sendSchema = z.object({
  username: z.string(),
  password: z.string(),
  source_addr: z.string(),
  custom_id: z.string(),
  datacoding: z.enum(['0', '1', '2']),
  is_commercial: z.literal(false),
  messages: z.tuple([z.object({ msg: z.string().min(1), dest: z.string(), id: z.string() })]),
});

const dayMs = 24 * 3_600_000;

type Campaign = {
  readonly campaign_id: number;
  readonly campaign_custom_id: string;
  readonly dest: string;
  readonly msg: string;
  readonly at: number;
  status: string;
};

export type FakeVerimor = ProviderSite & {
  readonly phones: Phones;
  readonly campaigns: readonly Campaign[];
  /** Every sending is refused by HTTP 400 with this from now on; undefined is the usual course. */
  readonly answerWith: (code: string | undefined) => void;
  readonly report: (status: string) => void;
  /** What it pushes about a campaign, in the form of its documentation. */
  readonly pushOf: (campaign: Campaign, status: string) => object;
};

/**
 * Verimor's v2 as documented: plain text answers, status by our own id, the same text to the same number refused
 * for a day, and twenty questions a minute.
 */
export async function startFakeVerimor(clock: Clock): Promise<FakeVerimor> {
  const phones = createPhones();
  const campaigns: Campaign[] = [];
  let code: string | undefined;
  let status = 'DELIVERED';
  let askedAt: number[] = [];

  function isAllowed(username: string | null, password: string | null): boolean {
    return username === '908501112233' && password === 'parola';
  }

  function send(json: unknown): SiteReply {
    const parsed = sendSchema.safeParse(json);
    if (!parsed.success) return { status: 400, body: 'INVALID_JSON' };
    const { username, password, source_addr, custom_id, messages } = parsed.data;
    if (!isAllowed(username, password)) return { status: 401, body: 'Geçersiz kullanıcı adı/şifre' };
    if (source_addr !== 'OEDAS') return { status: 400, body: 'INVALID_SOURCE_ADDRESS' };
    if (code !== undefined) return { status: 400, body: code };
    const [{ msg, dest }] = messages;
    if (!/^905\d{9}$/.test(dest)) return { status: 400, body: 'INVALID_DESTINATION_ADDRESS' };
    const isRepeat = (one: Campaign): boolean =>
      one.dest === dest && one.msg === msg && one.at > clock.now() - dayMs;
    if (campaigns.some(isRepeat)) return { status: 400, body: 'MUKERRER_RAPORLAMA' };
    const campaign_id = 98_765_000 + campaigns.length;
    campaigns.push({ campaign_id, campaign_custom_id: custom_id, dest, msg, at: clock.now(), status });
    phones.ring(dest.slice(2), msg);
    return { status: 200, body: `${campaign_id}\n` };
  }

  function ask(query: URLSearchParams): SiteReply {
    askedAt = askedAt.filter((at) => at > clock.now() - 60_000);
    if (askedAt.length >= 20) return tooMany;
    askedAt.push(clock.now());
    if (!isAllowed(query.get('username'), query.get('password'))) return { status: 401, body: 'Forbidden' };
    const own = campaigns.find(
      (one) =>
        one.campaign_custom_id === query.get('custom_id') || String(one.campaign_id) === query.get('id'),
    );
    if (own === undefined) return { status: 404, body: 'Bu idye sahip kampanya bulunamadı' };
    return { status: 200, body: [rowOf(own, own.status)] };
  }

  const site = await startProviderSite({
    isSending: ({ path }) => path === '/v2/send.json',
    answer: ({ path, query, json }: SiteRequest) => (path === '/v2/send.json' ? send(json) : ask(query)),
    busy: tooMany,
  });
  return {
    ...site,
    phones,
    campaigns,
    answerWith: (given) => {
      code = given;
    },
    report: (given) => {
      status = given;
    },
    pushOf: (campaign, pushed) => ({ type: 'outbound', ...rowOf(campaign, pushed) }),
  };
}

const tooMany: SiteReply = { status: 429, body: 'Too Many Requests' };

function rowOf(campaign: Campaign, status: string): object {
  const { campaign_id, campaign_custom_id, dest } = campaign;
  return {
    campaign_id,
    campaign_custom_id,
    message_id: String(campaign_id + 1),
    message_custom_id: campaign_custom_id,
    dest,
    size: 1,
    international_multiplier: 1,
    credits: 1,
    status,
    gsm_error: '0',
    sent_at: '2026-03-02 11:00:00',
    done_at: '2026-03-02 11:00:05',
  };
}
