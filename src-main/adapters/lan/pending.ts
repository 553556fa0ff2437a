import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import type { LanResult } from '../../core/lan-port.ts';

export type Pending = {
  /** @param timeoutMs after which the answer is given up */
  readonly open: (timeoutMs: number) => { readonly id: number; readonly answer: Promise<LanResult<Json>> };
  /** An answer that nobody waits for any more is passed over. */
  readonly settle: (id: number, result: LanResult<Json>) => void;
  readonly giveUpAll: () => void;
};

const unreachable = { ok: false, failure: { kind: 'unreachable' } } as const;

/** The requests that wait for their answers. No id is used twice, also not over another connection. */
export function createPending(): Pending {
  const waiting = new Map<number, (result: LanResult<Json>) => void>();
  let lastId = 0;

  function settle(id: number, result: LanResult<Json>): void {
    waiting.get(id)?.(result);
  }

  return {
    open: (timeoutMs) => {
      lastId += 1;
      const id = lastId;
      const { promise, resolve } = Promise.withResolvers<LanResult<Json>>();
      const timer = setTimeout(() => settle(id, unreachable), timeoutMs);
      waiting.set(id, (result) => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(result);
      });
      return { id, answer: promise };
    },
    settle,
    giveUpAll: () => {
      for (const id of [...waiting.keys()]) settle(id, unreachable);
    },
  };
}
