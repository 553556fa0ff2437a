/**
 * Values of the structured clone algorithm as text and back, since the wire to Chromium carries text. Runs in Node and,
 * by its source, in pages: nothing from outside the function may be used.
 */
export function makeCloneCodec() {
  type Tagged = readonly [tag: string, value?: unknown];

  function tagged(value: unknown, seen: Map<object, number>): unknown {
    if (value === undefined) return ['u'];
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['n', Object.is(value, -0) ? '-0' : `${value}`];
    if (typeof value === 'bigint') return ['i', `${value}`];
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    const known = seen.get(value);
    if (known !== undefined) return ['r', known];
    seen.set(value, seen.size);
    if (Array.isArray(value)) return ['a', value.map((item) => tagged(item, seen))];
    if (value instanceof Date) return ['d', value.getTime()];
    if (value instanceof Map)
      return ['m', [...value].map(([key, item]) => [tagged(key, seen), tagged(item, seen)])];
    if (value instanceof Set) return ['s', [...value].map((item) => tagged(item, seen))];
    if (value instanceof Error) return ['e', [value.name, value.message]];
    if (value instanceof ArrayBuffer) return ['b', [...new Uint8Array(value)]];
    if (value instanceof Uint8Array) return ['y', [...value]];
    return ['o', Object.entries(value).map(([key, item]) => [key, tagged(item, seen)])];
  }

  function plain(node: unknown, seen: unknown[]): unknown {
    if (!Array.isArray(node)) return node;
    const [tag, value] = node as unknown as Tagged;
    const list = Array.isArray(value) ? value : [];
    if (tag === 'u') return undefined;
    if (tag === 'n') return Number(value);
    if (tag === 'i') return BigInt(String(value));
    if (tag === 'r') return seen[Number(value)];
    const place = seen.push(undefined) - 1;
    const keep = <T>(made: T): T => {
      seen[place] = made;
      return made;
    };
    switch (tag) {
      case 'a': {
        const made = keep<unknown[]>([]);
        for (const item of list) made.push(plain(item, seen));
        return made;
      }
      case 'o': {
        const made = keep<Record<string, unknown>>({});
        for (const [key, item] of list) made[key] = plain(item, seen);
        return made;
      }
      case 'm': {
        const made = keep(new Map<unknown, unknown>());
        for (const [key, item] of list) made.set(plain(key, seen), plain(item, seen));
        return made;
      }
      case 's': {
        const made = keep(new Set<unknown>());
        for (const item of list) made.add(plain(item, seen));
        return made;
      }
      case 'd':
        return keep(new Date(Number(value)));
      case 'e':
        return keep(Object.assign(new Error(list[1]), { name: list[0] }));
      case 'b':
        return keep(Uint8Array.from(list).buffer);
      case 'y':
        return keep(Uint8Array.from(list));
      default:
        throw new Error(`Unknown tag ${tag}`);
    }
  }

  return {
    /** Throws where Electron's IPC does: on what the structured clone algorithm can't carry. */
    encode: (value: unknown): string => JSON.stringify(tagged(structuredClone(value), new Map())),
    decode: (text: string): unknown => plain(JSON.parse(text), []),
  };
}
export type CloneCodec = ReturnType<typeof makeCloneCodec>;
