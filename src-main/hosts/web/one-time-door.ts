import { makeToken } from './access.ts';

export type OneTimeDoor = {
  readonly path: string;
  /** True for the first who shows the path's key. */
  readonly pass: (key: string) => boolean;
};

/**
 * The browser is started with an address on its command line, where every user of the machine can read it.
 * So that address holds a key that works once, and the token itself comes in the answer.
 */
export function openOneTimeDoor(): OneTimeDoor {
  const key = makeToken();
  let isOpen = true;
  return {
    path: `/open/${key}`,
    pass: (given) => {
      if (!isOpen || given !== key) return false;
      isOpen = false;
      return true;
    },
  };
}
