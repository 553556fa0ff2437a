import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { Audience, MethodDefinition, Topic } from '../../../src-shared/contract/define.ts';
import { contract } from '../../../src-shared/contract/index.ts';
import type { Core } from '../../core/core.ts';
import type { Logger } from '../../core/ports.ts';
import { createWorker } from '../../core/worker.ts';
import { refuse } from '../http/answers.ts';
import type { EventsRules } from '../http/events-route.ts';
import { mostSockets, mostSocketsOfAddress } from './limits.ts';
import type { WhoseToken } from './whose-token.ts';

type Services = { readonly core: Core; readonly log: Logger };
type Connected = { readonly token: string; readonly address: string };

/** What a browser is told when its token is withdrawn: policy violation. */
const closedForPolicy = 1008;

/**
 * Who may listen on `/events`, and that each audience is told only what makes answers of its own stale. A screen
 * that is withdrawn is cut off as soon as this PC knows.
 */
export function listeners(app: FastifyInstance, { core, log }: Services, whose: WhoseToken): EventsRules {
  const connected = new Map<WebSocket, Connected>();
  const worker = createWorker(cutOffWithdrawn, (error) =>
    log.error('withdrawn screens were not cut off', {}, error),
  );

  const unsubscribe = core.onChanged(({ topics }) => {
    if (topics.includes('settings')) worker.wake();
  });
  app.addHook('onClose', async () => {
    unsubscribe();
    await worker.stop();
  });

  async function cutOffWithdrawn(): Promise<void> {
    for (const [socket, { token }] of connected)
      if (!(await whose.isStillGood(token))) socket.close(closedForPolicy);
  }

  function isFull(address: string): boolean {
    const ofAddress = [...connected.values()].filter((other) => other.address === address).length;
    return connected.size >= mostSockets || ofAddress >= mostSocketsOfAddress;
  }

  return {
    admit: async (request, reply, token) =>
      isFull(request.ip) ? refuse(reply, 'too_many') : whose.letIn(request, reply, token),
    opened: (socket, request, token = '') => {
      connected.set(socket, { token, address: request.ip });
      socket.on('close', () => connected.delete(socket));
      const { audience } = whose.callerOf(request);
      return (topic) => topicsOf[audience].has(topic);
    },
  };
}

const definitions: readonly MethodDefinition[] = Object.values(contract);

function topicsFor(audience: Audience): ReadonlySet<Topic> {
  return new Set(definitions.flatMap((method) => (method.audience.includes(audience) ? method.topics : [])));
}

const topicsOf: Readonly<Record<Audience, ReadonlySet<Topic>>> = {
  staff: topicsFor('staff'),
  display: topicsFor('display'),
  kiosk: topicsFor('kiosk'),
  door: topicsFor('door'),
  visitor: topicsFor('visitor'),
  signer: topicsFor('signer'),
};
