export type Random = {
  /** Uniform in [0, 1). */
  readonly next: () => number;
  /** Whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
  readonly bytes: (length: number) => Uint8Array;
  /** Lower-case digits, eight for each word. */
  readonly hex: (words: number) => string;
};

export type Weighted<T> = readonly [readonly [T, number], ...(readonly [T, number])[]];

/**
 * Repeatable random numbers: the same words and numbers in, the same sequence out, on every machine. What
 * each application or person draws depends on its own seed alone, so none shifts when another one changes.
 * For made-up data only; nothing secret may come from here.
 */
export function createRandom(...seed: readonly (string | number)[]): Random {
  let [a, b, c, counter] = hashWords(seed.join('/'));

  // sfc32 of Chris Doty-Humphrey's PractRand.
  function word(): number {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  }

  for (let round = 0; round < 12; round += 1) word();

  const next = () => word() / 2 ** 32;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    bytes: (length) => Uint8Array.from({ length }, () => word() & 0xff),
    hex: (words) => {
      let digits = '';
      for (let left = words; left > 0; left -= 1) digits += word().toString(16).padStart(8, '0');
      return digits;
    },
  };
}

/** Draws from a table in proportion to its weights, by bisection. */
export function weighted<T>(table: Weighted<T>): (random: Random) => T {
  let total = 0;
  const ends = table.map(([, weight]) => {
    total += weight;
    return total;
  });
  return (random) => {
    const wanted = random.next() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return (table[low] ?? table[0])[0];
  };
}

/** A table whose nth item is about 1/n as frequent as its first, as names in a population are. */
export function byRank<T>(items: readonly [T, ...T[]], flatness = 4): (random: Random) => T {
  const [first, ...rest] = items;
  return weighted([
    [first, 1 / flatness],
    ...rest.map((item, index) => [item, 1 / (index + 1 + flatness)] as const),
  ]);
}

/** Four 32-bit words of a text (cyrb128, public domain). */
function hashWords(text: string): [number, number, number, number] {
  let [h1, h2, h3, h4] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    h1 = h2 ^ Math.imul(h1 ^ unit, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ unit, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ unit, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ unit, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}
