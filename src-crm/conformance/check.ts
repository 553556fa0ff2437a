import type { Target } from './target.ts';

/** Why a check could not be made; it is said aloud, and is neither a success nor a failure. */
export type NotChecked = { readonly notChecked: string };

/** One clause of src-shared/contract/gateway.ts. */
export type Check = {
  /** `topic: what a gateway does`; unique. */
  readonly name: string;
  /** Where the contract says so. */
  readonly clause: string;
  /** Throws an Error with one clear sentence where the gateway does not keep to the clause. */
  readonly run: (target: Target) => Promise<NotChecked | undefined>;
};

/** A check that can always be made. */
export function check(name: string, clause: string, run: (target: Target) => Promise<void>): Check {
  return {
    name,
    clause,
    run: async (target) => {
      await run(target);
      return undefined;
    },
  };
}

/** A check that wants something which is not always there. */
export function checkWith<T>(
  name: string,
  clause: string,
  { pick, without }: { readonly pick: (target: Target) => T | undefined; readonly without: string },
  run: (target: Target, given: T) => Promise<void>,
): Check {
  return {
    name,
    clause,
    run: async (target) => {
      const given = pick(target);
      if (given === undefined) return { notChecked: without };
      await run(target, given);
      return undefined;
    },
  };
}

export const otherBranch = {
  pick: ({ other }: Target) => other,
  without: 'BANKO_CRM_OTHER_KEY (the key of another branch) was not given',
};
