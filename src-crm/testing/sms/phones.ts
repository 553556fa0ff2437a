/** What the phones of this world have received, by national number. */
export type Phones = {
  readonly ring: (national: string, text: string) => void;
  readonly received: (national: string) => readonly string[];
  /** How many SMS with this text have reached any phone. */
  readonly count: (text: string) => number;
};

export function createPhones(): Phones {
  const received = new Map<string, string[]>();
  return {
    ring: (national, text) => {
      received.set(national, [...(received.get(national) ?? []), text]);
    },
    received: (national) => received.get(national) ?? [],
    count: (text) => [...received.values()].flat().filter((one) => one === text).length,
  };
}
