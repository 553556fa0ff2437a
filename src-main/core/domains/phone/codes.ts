import type { Clock, Ids } from '../../ports.ts';

const minuteMillis = 60_000;
export const codeMinutes = 10;
const mostTries = 5;
/** To one number in `codeMinutes`: nobody's phone is to be filled with codes. */
const mostCodes = 3;

type Issued = {
  readonly phone: string;
  readonly code: string;
  readonly issuedAt: number;
  readonly tries: number;
};

export type Codes = {
  /** Undefined where the number has had enough of them for now. */
  readonly issue: (
    phone: string,
  ) => { readonly checkId: string; readonly code: string; readonly expiresAt: string } | undefined;
  readonly judge: (
    checkId: string,
    code: string,
  ) =>
    | { readonly kind: 'right'; readonly phone: string }
    | { readonly kind: 'wrong'; readonly left: number }
    | { readonly kind: 'gone' };
};

/** The codes that are good now. In memory alone: a start makes all of them worthless. */
export function createCodes(clock: Clock, ids: Ids): Codes {
  const issued = new Map<string, Issued>();

  function isOver({ issuedAt }: Issued): boolean {
    return clock.now() - issuedAt >= codeMinutes * minuteMillis;
  }

  function forgetOld(): void {
    for (const [id, one] of issued) if (isOver(one)) issued.delete(id);
  }

  return {
    issue: (phone) => {
      forgetOld();
      const before = [...issued].filter(([, one]) => one.phone === phone);
      if (before.length >= mostCodes) return undefined;
      for (const [id, one] of before) issued.set(id, { ...one, tries: mostTries });
      const checkId = ids.uuid();
      const issuedAt = clock.now();
      const code = sixDigits(ids);
      issued.set(checkId, { phone, code, issuedAt, tries: 0 });
      return { checkId, code, expiresAt: new Date(issuedAt + codeMinutes * minuteMillis).toISOString() };
    },
    judge: (checkId, code) => {
      forgetOld();
      const one = issued.get(checkId);
      if (one === undefined || one.tries >= mostTries) return { kind: 'gone' };
      if (one.code === code) {
        issued.delete(checkId);
        return { kind: 'right', phone: one.phone };
      }
      const tries = one.tries + 1;
      issued.set(checkId, { ...one, tries });
      return { kind: 'wrong', left: mostTries - tries };
    },
  };
}

/** Every code is as likely as every other: what would favour some is drawn again. */
function sixDigits(ids: Ids): string {
  const even = Math.floor(2 ** 32 / 1_000_000) * 1_000_000;
  for (;;) {
    const drawn = Buffer.from(ids.randomBytes(4)).readUInt32BE();
    if (drawn < even) return String(drawn % 1_000_000).padStart(6, '0');
  }
}
