import type { Applicant, Premises } from '../../../src-shared/ledger/application-entries.ts';
import { foldTurkish } from '../../../src-shared/text/fold.ts';
import { personName } from './names.ts';
import { companyName, publicBodyName } from './organisations.ts';
import { areaCodeOf, premises } from './places.ts';
import { createRandom, type Random } from './random.ts';
import {
  syntheticInstallation,
  syntheticLandline,
  syntheticMobile,
  syntheticTckn,
  syntheticVkn,
} from './synthetic-numbers.ts';

export type SamplePerson = {
  readonly id: string;
  readonly applicant: Applicant;
  readonly premises: Premises;
  /** One to three; the first is the one that the person asks about first. */
  readonly installations: readonly [string, ...string[]];
};

/** The numbers of `synthetic-numbers.ts` are distinct below this. */
export const maxPeople = 1_000_000;

/**
 * The nth consumer of a seed. Computed, never kept: a history of a million people needs no memory for them.
 * @param id the stream id under which the history writes this consumer
 */
export function samplePerson(seed: number, index: number, id: string): SamplePerson {
  const random = createRandom(seed, 'person', index);
  const home = premises(random);
  const kind = kindOf(random.next());
  const name = nameOf(kind, random, home);
  const hasMobile = random.chance(kind === 'person' ? 0.96 : 0.85);
  const hasLandline = !hasMobile || random.chance(kind === 'person' ? 0.06 : 0.6);
  const applicant: Applicant = {
    kind,
    name,
    identityNo: kind === 'person' ? syntheticTckn(index) : syntheticVkn(index),
    phone: hasMobile ? syntheticMobile(index) : null,
    landline: hasLandline ? syntheticLandline(areaCodeOf(home.province), index) : null,
    email: random.chance(kind === 'person' ? 0.35 : 0.8) ? emailOf(name, index) : null,
  };
  const more = random.chance(kind === 'person' ? 0.14 : 0.5) ? random.int(1, 2) : 0;
  const [first, second, third] = [0, 1, 2].map((nth) => syntheticInstallation(index, nth));
  return {
    id,
    applicant,
    premises: home,
    installations: [first ?? '', ...[second ?? '', third ?? ''].slice(0, more)],
  };
}

function kindOf(share: number): 'person' | 'company' | 'public_body' {
  if (share < 0.91) return 'person';
  return share < 0.985 ? 'company' : 'public_body';
}

function nameOf(kind: 'person' | 'company' | 'public_body', random: Random, home: Premises): string {
  if (kind === 'person') return personName(random);
  if (kind === 'company') return companyName(random);
  return publicBodyName(random, home.district, home.neighbourhood.replace(/ Mahallesi$/, ''));
}

/** The domain is reserved for examples (RFC 2606): no mail can reach anybody. */
function emailOf(name: string, index: number): string {
  return `${foldTurkish(name).split(' ').slice(0, 2).join('.')}${index}@example.com`;
}
