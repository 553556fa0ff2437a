import type { OpenStore } from '../src-main/core/db/open.ts';
import { createRandom, type Random } from '../src-main/core/sample/random.ts';
import { premisesSchema } from '../src-shared/ledger/application-entries.ts';

export type SearchQuery = {
  readonly text: string;
  /** What a `LIKE '%…%'` would look for, by table and column. */
  readonly like: readonly {
    readonly table: 'applications' | 'consumers';
    readonly where: string;
    readonly values: readonly string[];
  }[];
};
export type SearchKind = { readonly name: string; readonly queries: readonly SearchQuery[] };

type Row = {
  readonly application_no: string;
  readonly tracking_code: string;
  readonly applicant_name: string;
  readonly identity_no: string;
  readonly phone: string;
  readonly installation_no: string;
  readonly premises: string;
};

const perKind = 250;

/** What people type, taken from all over the store: by every key of one application, its person and place. */
export function searchKinds({ raw }: OpenStore): readonly SearchKind[] {
  const random = createRandom('search');
  const rows = sampleRows(raw, random);
  const kind = (name: string, queryOf: (row: Row) => SearchQuery) => ({ name, queries: rows.map(queryOf) });
  return [
    kind('number', (row) => one(row.application_no, ['application_no'], [])),
    kind('tracking_code', (row) => one(row.tracking_code, ['tracking_code'], [])),
    kind('identity', (row) => one(row.identity_no, ['identity_no'], ['identity_no'])),
    kind('phone', (row) => one(row.phone, ['phone'], ['phone'])),
    kind('installation', (row) => one(row.installation_no, ['installation_no'], ['installations'])),
    kind('name', (row) => one(pickWord(random, row.applicant_name), ['applicant_name'], ['name'])),
    kind('two_words', (row) => twoWords(...endsOf(row.applicant_name))),
    kind('beginnings', (row) => {
      const [first, last] = endsOf(row.applicant_name);
      return twoWords(first.slice(0, random.int(1, 3)), last.slice(0, 3));
    }),
    kind('street', (row) => {
      const { street, neighbourhood } = premisesSchema.parse(JSON.parse(row.premises));
      const [place = ''] = neighbourhood.split(' ');
      return {
        text: `${street} ${place}`,
        // The applications table has no address of its own; a LIKE finds it through the consumer.
        like: [
          {
            table: 'consumers',
            where: 'premises like ? and premises like ?',
            values: [`%${street}%`, `%${place}%`],
          },
        ],
      };
    }),
  ];
}

function endsOf(name: string): readonly [string, string] {
  const words = name.split(' ');
  return [words[0] ?? '', words.at(-1) ?? ''];
}

function twoWords(first: string, last: string): SearchQuery {
  const values = [`%${first}%${last}%`];
  return {
    text: `${first} ${last}`,
    like: [
      { table: 'applications', where: 'applicant_name like ?', values },
      { table: 'consumers', where: 'name like ?', values },
    ],
  };
}

function one(text: string, applications: readonly string[], consumers: readonly string[]): SearchQuery {
  const where = (table: 'applications' | 'consumers') => (column: string) => ({
    ...{ table, where: `${column} like ?`, values: [`%${text}%`] },
  });
  return { text, like: [...applications.map(where('applications')), ...consumers.map(where('consumers'))] };
}

/** A given name, a surname, or their first four letters, as one types them. */
function pickWord(random: Random, name: string): string {
  const words = name.split(' ');
  const word = words[random.int(0, words.length - 1)] ?? name;
  return random.chance(0.5) ? word.slice(0, 4) : word;
}

function sampleRows(raw: OpenStore['raw'], random: Random): readonly Row[] {
  const { highest } = raw
    .prepare<[], { highest: number }>('select max(row_id) as highest from applications')
    .get() ?? {
    highest: 0,
  };
  const find = raw.prepare<[number], Row>(
    `select a.application_no, a.tracking_code, a.applicant_name, a.identity_no, a.phone, a.installation_no, c.premises
     from applications a join consumers c on c.id = a.consumer_id
     where a.row_id >= ? and a.identity_no is not null and a.phone is not null and a.installation_no is not null
       and c.premises is not null
     order by a.row_id limit 1`,
  );
  return Array.from({ length: perKind }, () => find.get(random.int(1, highest - 100))).filter(
    (row) => row !== undefined,
  );
}
