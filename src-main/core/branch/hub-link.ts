import { fail, type Result } from '../../../src-shared/contract/errors.ts';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import type { Fingerprint, Lan, LanAddress, LanResult } from '../lan-port.ts';
import type { Clock, Upstream } from '../ports.ts';
import { hubUpstream } from './hub-upstream.ts';
import { callBackSchema, type PassedCall } from './messages.ts';

export type LinkState = 'connecting' | 'connected' | 'unreachable' | 'not_trusted';

/** This PC's connection to the hub that it is joined to. */
export type HubLink = {
  readonly fingerprint: Fingerprint;
  readonly upstream: Upstream;
  readonly state: () => LinkState;
  /** True at once while there is a line, and where one comes about soon after it was opened or broke. */
  readonly connected: () => Promise<boolean>;
  /** When it was last heard; null while it is connected, and before it ever was. */
  readonly lostAt: () => number | null;
  readonly ask: (path: string, body: Json) => Promise<LanResult<Json>>;
  /** Carries a command to the hub, exactly once however often the line breaks: its commandId is the same. */
  readonly pass: (call: PassedCall) => Promise<Result<unknown>>;
  readonly close: () => void;
};

type Services = {
  readonly lan: Pick<Lan, 'connect'>;
  readonly clock: Clock;
  readonly fingerprint: Fingerprint;
  readonly addresses: () => readonly LanAddress[];
  readonly onMessage: (message: Json) => void;
  readonly onState: (state: LinkState) => void;
};

const answerWithinMs = 10_000;
/** A line that just broke mostly comes back by itself; nobody waits longer than this to be told that it did not. */
const reconnectWithinMs = 3_000;

export function openHubLink({ lan, clock, fingerprint, addresses, onMessage, onState }: Services): HubLink {
  let state: LinkState = 'connecting';
  let lostAt: number | null = null;
  const openedAt = clock.now();
  const waiting = new Set<(isConnected: boolean) => void>();

  function change(next: LinkState): void {
    if (next === 'connected') lostAt = null;
    else if (state === 'connected') lostAt = clock.now();
    state = next;
    if (next === 'connected' || next === 'not_trusted') wakeAll(next === 'connected');
    onState(next);
  }

  function wakeAll(isConnected: boolean): void {
    for (const wake of waiting) wake(isConnected);
    waiting.clear();
  }

  const connection = lan.connect({ addresses, fingerprint, onMessage, onState: change });

  function connected(): Promise<boolean> {
    if (state === 'connected') return Promise.resolve(true);
    const rest = reconnectWithinMs - (clock.now() - (lostAt ?? openedAt));
    if (rest <= 0 || state === 'not_trusted') return Promise.resolve(false);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    waiting.add(resolve);
    const cancel = clock.after(rest, () => {
      waiting.delete(resolve);
      resolve(false);
    });
    return promise.finally(cancel);
  }

  async function pass(call: PassedCall): Promise<Result<unknown>> {
    while (await connected()) {
      const asked = await connection.request('call', call, answerWithinMs);
      if (asked.ok) {
        const answer = callBackSchema.safeParse(asked.value);
        return answer.success ? answer.data : fail('internal');
      }
      if (asked.failure.kind === 'failed') return fail('internal');
      if (asked.failure.kind === 'not_trusted') return fail('hub_not_trusted');
      // Still there, but silent for so long: whoever presses again sends the same command.
      if (state === 'connected') return fail('hub_unreachable');
    }
    return fail(state === 'not_trusted' ? 'hub_not_trusted' : 'hub_unreachable');
  }

  return {
    fingerprint,
    upstream: hubUpstream(connection),
    state: () => state,
    connected,
    lostAt: () => lostAt,
    ask: (path, body) => connection.request(path, body, answerWithinMs),
    pass,
    close: () => {
      connection.close();
      wakeAll(false);
    },
  };
}
