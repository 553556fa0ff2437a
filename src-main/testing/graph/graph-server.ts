import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { TeamsAccount } from '../../core/ports.ts';
import {
  graphError,
  type Mail,
  mailRequestSchema,
  meetingRequestSchema,
  tokenError,
  tokenRequestSchema,
} from './graph-requests.ts';

type Call = 'token' | 'createOrGet' | 'sendMail';
export type Reply = {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};
/** What happens to the next call of that kind: another answer, the work done and the answer lost, or no answer. */
export type Fate = Reply | 'lose_answer' | 'never_answer';

export type GraphServer = {
  /** An account that this server knows. */
  readonly account: TeamsAccount;
  /** By the external id that they were asked for under. */
  readonly meetings: ReadonlyMap<string, { readonly subject: string; readonly joinWebUrl: string }>;
  readonly mails: readonly Mail[];
  /** Path and raw body of everything that was sent here. */
  readonly wire: readonly string[];
  readonly count: (call: Call) => number;
  readonly next: (call: Call, ...fates: readonly Fate[]) => void;
  /** No token given so far is good any more. */
  readonly revokeTokens: () => void;
  readonly stop: () => Promise<void>;
};

const tenantId = '0a1b2c3d-0000-4000-8000-000000000001';
const clientId = '0a1b2c3d-0000-4000-8000-000000000002';
const organizerId = '0a1b2c3d-0000-4000-8000-000000000003';
const clientSecret = 'gizli~anahtar';
const lifetimeSeconds = 3_599;

/**
 * Microsoft's token endpoint and the two calls of Graph that Banko makes, on loopback. It takes requests as they
 * are documented and refuses anything else with 400, so that a wrong request fails the test that makes it.
 */
export async function startGraphServer(): Promise<GraphServer> {
  const meetings = new Map<string, { readonly subject: string; readonly joinWebUrl: string }>();
  const mails: Mail[] = [];
  const wire: string[] = [];
  const calls: Call[] = [];
  const fates: Record<Call, Fate[]> = { token: [], createOrGet: [], sendMail: [] };
  const tokens = new Set<string>();
  const users = `/v1.0/users/${organizerId}`;

  function giveToken(request: IncomingMessage, body: string, url: string): Reply {
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded')
      return { status: 400, body: tokenError('invalid_request', 'AADSTS900144') };
    const form = tokenRequestSchema.safeParse(Object.fromEntries(new URLSearchParams(body)));
    if (!form.success || form.data.scope !== `${url}/.default`)
      return { status: 400, body: tokenError('invalid_scope', 'AADSTS70011') };
    if (form.data.client_id !== clientId)
      return { status: 400, body: tokenError('unauthorized_client', 'AADSTS700016') };
    if (form.data.client_secret !== clientSecret)
      return { status: 401, body: tokenError('invalid_client', 'AADSTS7000215') };
    const token = `token-${calls.filter((call) => call === 'token').length}`;
    tokens.add(token);
    const answer = { token_type: 'Bearer', expires_in: lifetimeSeconds, access_token: token };
    return { status: 200, body: JSON.stringify({ ...answer, ext_expires_in: lifetimeSeconds }) };
  }

  function createOrGet(body: unknown): Reply {
    const asked = meetingRequestSchema.safeParse(body);
    if (!asked.success) return { status: 400, body: graphError('BadRequest', asked.error.message) };
    const { externalId, subject = '' } = asked.data;
    const known = meetings.get(externalId);
    const meeting = known ?? { subject, joinWebUrl: joinUrlOf(meetings.size + 1) };
    meetings.set(externalId, meeting);
    const answer = { id: `MSo${externalId}`, externalId, ...meeting, recordAutomatically: false };
    return { status: known === undefined ? 201 : 200, body: JSON.stringify(answer) };
  }

  function sendMail(body: unknown): Reply {
    const asked = mailRequestSchema.safeParse(body);
    if (!asked.success) return { status: 400, body: graphError('ErrorInvalidRequest', asked.error.message) };
    mails.push(asked.data.message);
    return { status: 202, body: '' };
  }

  function graph(call: Call, request: IncomingMessage, body: string): Reply {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!tokens.has(bearer))
      return { status: 401, body: graphError('InvalidAuthenticationToken', 'Lifetime validation failed') };
    if (request.headers['content-type'] !== 'application/json')
      return { status: 415, body: graphError('UnsupportedMediaType', 'application/json only') };
    return call === 'createOrGet' ? createOrGet(JSON.parse(body)) : sendMail(JSON.parse(body));
  }

  function callOf(path: string | undefined): Call | undefined {
    if (path === `/${tenantId}/oauth2/v2.0/token`) return 'token';
    if (path === `${users}/onlineMeetings/createOrGet`) return 'createOrGet';
    return path === `${users}/sendMail` ? 'sendMail' : undefined;
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string, url: string): void {
    wire.push(`${request.url ?? ''}\n${body}`);
    const call = callOf(request.url);
    if (call === undefined || request.method !== 'POST') {
      reply(response, { status: 404, body: graphError('Request_ResourceNotFound', 'No such user') });
      return;
    }
    calls.push(call);
    const fate = fates[call].shift();
    if (fate === 'never_answer') return;
    if (typeof fate === 'object') {
      reply(response, fate);
      return;
    }
    const done = call === 'token' ? giveToken(request, body, url) : graph(call, request, body);
    if (fate === 'lose_answer') response.destroy();
    else reply(response, done);
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () =>
      answer(request, response, Buffer.concat(parts).toString(), `http://${request.headers.host}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  const url = `http://127.0.0.1:${address.port}`;

  return {
    account: { tenantId, clientId, clientSecret, organizerId, loginUrl: url, graphUrl: url },
    meetings,
    mails,
    wire,
    count: (call) => calls.filter((other) => other === call).length,
    next: (call, ...more) => fates[call].push(...more),
    revokeTokens: () => tokens.clear(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function joinUrlOf(count: number): string {
  return `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${count}%40thread.v2/0?context=%7b%22Tid%22%3a%22${tenantId}%22%7d`;
}

function reply(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body);
}
