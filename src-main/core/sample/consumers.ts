import type { NewEntry } from '../../../src-shared/ledger/entry.ts';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import type { HistoryOptions } from './history-options.ts';
import { maxPeople, samplePerson } from './people.ts';
import { createRandom, type Random } from './random.ts';
import type { Subject } from './registration.ts';
import { sampleUuid } from './sample-ids.ts';

/** Who comes: new people and some of the known ones again, a few of them very often. */
export function createConsumers({ seed, consumers, applications }: HistoryOptions) {
  if (consumers > maxPeople) throw new RangeError(`At most ${maxPeople} consumers`);
  /** When each first came; 0 for those who have not yet. */
  const firstCameAt = new Float64Array(consumers);
  /** Installations on each one's card, and one more; 0 where there is no card. */
  const onCard = new Uint8Array(consumers);
  let [known, asked] = [0, 0];

  function choose(random: Random): number {
    const chanceOfNew = (consumers - known) / Math.max(1, applications - asked);
    asked += 1;
    if (known === 0 || random.chance(chanceOfNew)) {
      known = Math.min(known + 1, consumers);
      return known - 1;
    }
    const regulars = Math.min(known, Math.max(5, Math.floor(consumers / 200)));
    return random.int(0, (random.chance(0.15) ? regulars : known) - 1);
  }

  return {
    next: (random: Random, at: number): Subject & { readonly index: number } => {
      const index = choose(random);
      const since = firstCameAt[index] || at;
      firstCameAt[index] = since;
      const person = samplePerson(seed, index, sampleUuid(createRandom(seed, 'consumer', index), since));
      const nth = random.int(0, person.installations.length - 1);
      return { person, index, installationNo: person.installations[nth] ?? person.installations[0] };
    },

    /** The card where this registration changes it, as the program does it. */
    cardAfter: (
      { person, index }: Subject & { readonly index: number },
      isOwnPlace: boolean,
    ): NewEntry | undefined => {
      const before = onCard[index] ?? 0;
      const wanted = isOwnPlace ? person.installations.length + 1 : 1;
      if (before >= wanted) return undefined;
      onCard[index] = wanted;
      const { kind, name, identityNo, phone, email } = person.applicant;
      return fact({ kind: 'consumer', id: person.id }, 'consumer.recorded', {
        ...{ kind, name, identityNo, phone, email },
        premises: isOwnPlace ? person.premises : null,
        installations: isOwnPlace ? [...person.installations] : [],
      });
    },
  };
}
