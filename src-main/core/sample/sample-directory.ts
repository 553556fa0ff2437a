import { type EntryType, fact, type PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { addDays } from '../../../src-shared/rules/local-day.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { TimedFact } from './history-options.ts';
import { personName } from './names.ts';
import { createRandom, type Random } from './random.ts';
import { sampleUuid } from './sample-ids.ts';
import { syntheticLandline } from './synthetic-numbers.ts';

export type DirectoryOptions = {
  readonly seed: number;
  readonly catalogue: Pick<Catalogue, 'teams'>;
  /** Who keeps the directory, and who answers the telephone. */
  readonly keeper: string;
  readonly operator: string;
  /** When the directory was entered; today is the day of `now`. */
  readonly from: number;
  readonly now: number;
};

type Card = PayloadOf<'contact.recorded'> & { readonly id: string };
type Reachability = PayloadOf<'contact.availability_set'>;

/** Beside the departments that the catalogue's teams belong to. */
const supportingDepartments = [
  ['Genel Müdürlük', 'Genel Müdür Asistanı'],
  ['Çağrı Merkezi (186)', 'Vardiya Amiri'],
  ['İnsan Kaynakları Müdürlüğü', 'Özlük İşleri Uzmanı'],
  ['Bilgi Teknolojileri Müdürlüğü', 'Sistem Yöneticisi'],
  ['Mali İşler Müdürlüğü', 'Muhasebe Uzmanı'],
  ['Satın Alma Müdürlüğü', 'Satın Alma Uzmanı'],
  ['İş Sağlığı, Güvenlik ve Çevre Müdürlüğü', 'İş Güvenliği Uzmanı'],
] as const;

const minute = 60_000;

/** A distributor's departments and people, some of them not to be reached, and the calls passed on this morning. */
export function sampleDirectory(options: DirectoryOptions): readonly TimedFact[] {
  const { from, now, keeper, operator, seed } = options;
  const random = createRandom(seed, 'directory');
  const facts: TimedFact[] = [];
  const say = <T extends EntryType>(
    at: number,
    actor: string,
    stream: { readonly kind: string; readonly id: string },
    type: T,
    payload: PayloadOf<T>,
  ) => facts.push({ at, actor, fact: fact(stream, type, payload) });

  const people: Card[] = [];
  for (const { id, ...card } of cardsOf(random, options)) {
    say(from, keeper, { kind: 'contact', id }, 'contact.recorded', card);
    if (card.kind === 'person') people.push({ id, ...card });
  }
  const day = localDay(new Date(now).toISOString());
  // Right after midnight the morning has to fit into the minutes that the day has had.
  const began = Math.max(Date.parse(`${day}T00:00:00+03:00`), now - 90 * minute);
  for (const [index, { id }] of people.entries()) {
    const reachability = reachabilities(day)[index % 11];
    if (reachability !== undefined)
      say(began, operator, { kind: 'contact', id }, 'contact.availability_set', reachability);
  }
  const outcomes = ['transferred', 'transferred', 'no_answer', 'took_message', 'transferred'] as const;
  for (const [index, outcome] of outcomes.entries()) {
    const to = people[index * 7 + 3];
    if (to === undefined) continue;
    const at = Math.floor(began + ((now - began) * (index + 1)) / (outcomes.length + 1));
    say(at, operator, { kind: 'call', id: sampleUuid(random, at) }, 'call.transferred', {
      contactId: to.id,
      contactName: to.name,
      department: to.department,
      outcome,
      applicationId: null,
      note: outcome === 'took_message' ? 'Öğleden sonra geri arayacak' : '',
    });
  }
  return facts;
}

function* cardsOf(random: Random, { catalogue, from }: DirectoryOptions): Generator<Card> {
  const numbers = { directPhone: null, sip: null, backupId: null } as const;
  const teamUnits = [...new Set(catalogue.teams.teams.map(({ unit }) => unit))];
  const departments = [
    ...teamUnits.map((name) => ({
      name,
      roles: catalogue.teams.teams
        .filter(({ unit }) => unit === name)
        .flatMap((team) => [`${team.name} Yöneticisi`, `${team.name} Uzmanı`]),
    })),
    ...supportingDepartments.map(([name, role]) => ({ name, roles: [role] })),
  ];
  for (const [place, { name: department, roles }] of departments.entries()) {
    const first = 2_000 + place * 50;
    const id = sampleUuid(random, from);
    const directPhone = syntheticLandline('222', place);
    const card = { kind: 'department', name: department, department: '', title: '' } as const;
    yield { id, ...card, ...numbers, extension: String(first), directPhone };
    const manager = sampleUuid(random, from);
    for (const [index, title] of ['Müdür', 'Sekreter', ...roles].entries()) {
      yield {
        ...{ id: index === 0 ? manager : sampleUuid(random, from), kind: 'person', department, title },
        ...{ name: personName(random), ...numbers, extension: String(first + index + 1) },
        backupId: index === 0 ? id : manager,
      };
    }
  }
}

/** Of every eleven people, those who can not simply be put through to; the rest can. */
function reachabilities(day: string): readonly (Reachability | undefined)[] {
  const none = undefined;
  return [
    ...[none, none, { availability: 'busy', backOn: null, note: '' } as const],
    ...[none, { availability: 'away', backOn: null, note: 'Sahada; cep telefonuna aktarılmaz' } as const],
    ...[none, none, none, none],
    { availability: 'out', backOn: addDays(day, 4), note: 'Yıllık izinde; işlerine yedeği bakıyor' },
    { availability: 'available', backOn: null, note: 'Yalnız 10.00–12.00 arası telefon alır' },
  ];
}
