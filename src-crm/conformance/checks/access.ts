import { gatewayErrorSchema, healthSchema } from '../../../src-shared/contract/gateway.ts';
import { check, checkWith } from '../check.ts';
import { answered, claim, refused } from '../claims.ts';
import type { Call, Client } from '../client.ts';
import { newLog } from '../written.ts';

const clause = 'Every request carries "Authorization: Bearer <branch API key>"';

/** Every address of the wire that wants a key. */
function calls(): readonly Call[] {
  const { log, entries } = newLog(1);
  const body = JSON.stringify({ entries });
  return [
    { method: 'POST', path: `/v1/logs/${log}/entries`, body },
    { method: 'POST', path: '/v1/returned', body },
    { method: 'GET', path: `/v1/logs/${log}/head` },
    { method: 'GET', path: `/v1/logs/${log}/entries?after=0&limit=1` },
    { method: 'GET', path: '/v1/feed?after=&limit=1' },
    { method: 'GET', path: '/v1/consumers?query=1' },
  ];
}

async function claimShutOut(who: string, client: Client): Promise<void> {
  for (const call of calls())
    refused(
      `${call.method} ${call.path.replace(/\?.*/, '')} ${who}`,
      await client.send(call),
      401,
      'unknown_key',
    );
}

export const accessChecks = [
  check('access: health answers without a key', 'GET /health, without a key', async ({ keyless }) => {
    answered('GET /health', await keyless.health(), healthSchema);
  }),
  check('access: no key opens nothing', clause, ({ keyless }) => claimShutOut('without a key', keyless)),
  check('access: an unknown key opens nothing', clause, ({ stranger }) =>
    claimShutOut('with an unknown key', stranger),
  ),
  checkWith(
    'access: a withdrawn key opens nothing',
    clause,
    {
      pick: ({ withdrawn }) => withdrawn,
      without: 'BANKO_CRM_WITHDRAWN_KEY (a withdrawn key) was not given',
    },
    (_, withdrawn) => claimShutOut('with a withdrawn key', withdrawn),
  ),
  check('access: the key is judged before the body', clause, async ({ stranger }) => {
    for (const path of [`/v1/logs/${newLog(1).log}/entries`, '/v1/returned'])
      for (const body of ['{"entries":', '{"entries":[]}'])
        refused(
          `A broken body with an unknown key at ${path}`,
          await stranger.send({ method: 'POST', path, body }),
          401,
          'unknown_key',
        );
  }),
  check(
    'access: an unknown address is refused in the shape of every refusal',
    'gatewayErrorSchema',
    async ({ branch }) => {
      const reply = await branch.send({ method: 'GET', path: '/v1/conformance-unknown-address' });
      claim(reply.status === 404, `An unknown address was answered ${reply.status} instead of 404.`);
      const { data } = gatewayErrorSchema.safeParse(reply.body);
      claim(
        data?.error.code === 'not_found',
        'An unknown address should be refused with "not_found" in the JSON of every refusal.',
      );
    },
  ),
];
