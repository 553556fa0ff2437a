import { z } from 'zod';
import type { Clock } from '../../lib/clock.ts';
import { createPhones, type Phones } from './phones.ts';
import { type ProviderSite, type SiteReply, type SiteRequest, startProviderSite } from './provider-site.ts';

const sendSchema = z.object({
  msgheader: z.string(),
  encoding: z.string().optional(),
  iysfilter: z.literal('0'),
  referansID: z.string(),
  messages: z.tuple([z.object({ msg: z.string().min(1), no: z.string().regex(/^5\d{9}$/) })]),
});
const reportSchema = z.object({
  jobids: z.array(z.string()).optional(),
  startdate: z.string().optional(),
  stopdate: z.string().optional(),
  pagenumber: z.number(),
  pagesize: z.number(),
});

type Job = {
  readonly jobid: string;
  readonly number: string;
  readonly referansID: string;
  readonly at: number;
  status: number;
};

export type FakeNetgsm = ProviderSite & {
  readonly phones: Phones;
  readonly jobs: readonly Job[];
  /** Every sending is answered with this code from now on; '00' is the usual course. */
  readonly answerWith: (code: string) => void;
  /** The status that new jobs have in the report. */
  readonly report: (status: number) => void;
};

/**
 * NetGSM's REST v2 as its client and API document describe it: Basic credentials, HTTP 406 with a code for what it
 * refuses, ten reports a minute, no protection against a second sending of the same SMS.
 */
export async function startFakeNetgsm(clock: Clock): Promise<FakeNetgsm> {
  const phones = createPhones();
  const jobs: Job[] = [];
  let code = '00';
  let status = 1;
  let reportsAt: number[] = [];

  function send(json: unknown): SiteReply {
    const parsed = sendSchema.safeParse(json);
    if (!parsed.success) return refuse('70');
    if (parsed.data.msgheader !== 'OEDAS') return refuse('40');
    if (code !== '00') return refuse(code);
    const [{ msg, no }] = parsed.data.messages;
    const jobid = `1737721534260505041714${jobs.length}`;
    jobs.push({ jobid, number: `90${no}`, referansID: parsed.data.referansID, at: clock.now(), status });
    phones.ring(no, msg);
    return { status: 200, body: { code: '00', jobid, description: 'queued' } };
  }

  function report(json: unknown): SiteReply {
    reportsAt = reportsAt.filter((at) => at > clock.now() - 60_000);
    if (reportsAt.length >= 10) return refuse('80');
    reportsAt.push(clock.now());
    const parsed = reportSchema.safeParse(json);
    if (!parsed.success) return refuse('70');
    const { jobids, startdate, stopdate, pagenumber, pagesize } = parsed.data;
    const found = jobs.filter((job) =>
      jobids === undefined
        ? millisOf(startdate) <= job.at && job.at <= millisOf(stopdate)
        : jobids.includes(job.jobid),
    );
    const page = found.slice(pagenumber * pagesize, (pagenumber + 1) * pagesize);
    return page.length === 0 ? refuse('60') : { status: 200, body: { code: '00', jobs: page } };
  }

  function answer({ path, authorization, json }: SiteRequest): SiteReply {
    if (authorization !== `Basic ${Buffer.from('8501112233:parola').toString('base64')}`) return refuse('30');
    return path === '/sms/rest/v2/send' ? send(json) : report(json);
  }

  const site = await startProviderSite({
    isSending: ({ path }) => path === '/sms/rest/v2/send',
    answer,
    busy: refuse('80'),
  });
  return {
    ...site,
    phones,
    jobs,
    answerWith: (given) => {
      code = given;
    },
    report: (given) => {
      status = given;
    },
  };
}

function refuse(code: string): SiteReply {
  return { status: 406, body: { code, jobid: null, description: 'error' } };
}

/** dd.MM.yyyy HH:mm:ss in İstanbul. */
function millisOf(date: string | undefined): number {
  const match = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)$/.exec(date ?? '');
  return match === null ? Number.NaN : Date.parse(`${match[3]}-${match[2]}-${match[1]}T${match[4]}+03:00`);
}
