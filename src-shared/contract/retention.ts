import { z } from 'zod';
import { recordClasses, retentionUnits } from '../rules/retention.ts';
import { command, query } from './define.ts';
import { done, idSchema, line, nothing, text } from './fields.ts';

/** How far a run has come; `erased`: on this PC, `compacted`: and the store was written anew without it. */
export const runStates = ['proposed', 'refused', 'ordered', 'erased', 'compacted'] as const;
export type RunState = (typeof runStates)[number];

const period = {
  amount: z
    .int('Süre bir tam sayı olmalı.')
    .min(1, 'Süre en az 1 olmalı.')
    .max(100, 'Süre en çok 100 olabilir.'),
  unit: z.enum(retentionUnits, 'Birim listeden seçilmeli.'),
} as const;

export const retentionClassSchema = z.strictObject({
  code: z.enum(recordClasses),
  amount: z.int(),
  unit: z.enum(retentionUnits),
  legalBasis: z.string(),
  /** Below `high` it is a draft that legal must confirm. */
  confidence: z.enum(['high', 'medium', 'low']),
  onRequest: z.boolean(),
  /** In years: it can't be made shorter. */
  least: z.int().optional(),
});

const countSchema = z.strictObject({ recordClass: z.string(), records: z.int() });
const person = z.strictObject({ name: z.string(), at: z.iso.datetime() });

export const runSchema = z.strictObject({
  id: z.string(),
  /** The number that people say: of its report, and of whatever was destroyed by it. */
  runNo: z.string(),
  state: z.enum(runStates),
  reason: z.enum(['periodic', 'request']),
  asOf: z.iso.datetime(),
  proposed: person,
  counts: z.array(countSchema),
  takenOut: z.int(),
  /** Held or changed meanwhile. */
  left: z.int(),
  hasMore: z.boolean(),
  kept: z.array(
    z.strictObject({ recordClass: z.string(), count: z.int(), until: z.iso.datetime().nullable() }),
  ),
  approvals: z.array(person),
  /** Whether the reader has approved it already: nobody does twice. */
  isApprovedByMe: z.boolean(),
  refused: z.strictObject({ ...person.shape, reason: z.string() }).nullable(),
  orderedAt: z.iso.datetime().nullable(),
  /** Copies of this PC's store from before the erasure, and when they go. */
  copies: z.strictObject({ names: z.array(z.string()), until: z.iso.datetime() }).nullable(),
});
export type DestructionRun = z.infer<typeof runSchema>;

export const holdSchema = z.strictObject({
  subject: z.strictObject({ kind: z.enum(['application', 'consumer']), id: z.string() }),
  /** The application's number; of a consumer only that it is one: their name stands on the card. */
  label: z.string(),
  reason: z.string(),
  reference: z.string(),
  placed: person,
});
export type Hold = z.infer<typeof holdSchema>;

const overseers = ['supervisor', 'administrator'] as const;
const act = { access: overseers, authority: 'branch' } as const;
const runId = z.strictObject({ runId: idSchema });
const reason = line(300, 'Gerekçe yazılmalı.');
export const runItemsPage = 100;

/** What is kept for how long, and what is destroyed by whose word (KVKK md. 7; RG 28.10.2017/30224). */
export const retentionContract = {
  'retention.state': query({
    access: overseers,
    topics: ['retention', 'settings', 'applications'],
    input: nothing,
    output: z.strictObject({
      classes: z.array(retentionClassSchema),
      runs: z.array(runSchema),
      holds: z.array(holdSchema),
      /** Whether the next half-yearly run is proposed by itself, and when. */
      nextProposalAt: z.iso.datetime(),
    }),
  }),
  /** What a run lists: numbers and kinds, never a name. */
  'retention.items': query({
    access: overseers,
    topics: ['retention'],
    input: z.strictObject({ runId: idSchema, offset: z.int().nonnegative().max(1_000_000) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          recordClass: z.string(),
          kind: z.string(),
          id: z.string(),
          /** The application's number; empty for what has none. */
          label: z.string(),
          endedAt: z.iso.datetime().nullable(),
          standing: z.enum(['listed', 'taken_out', 'held', 'changed']),
          reason: z.string(),
        }),
      ),
      total: z.int(),
    }),
  }),
  'retention.savePeriods': command({
    access: ['administrator'],
    authority: 'branch',
    input: z.strictObject({
      classes: z
        .array(
          z.strictObject({
            code: z.enum(recordClasses, 'Kayıt sınıfı listeden seçilmeli.'),
            ...period,
            legalBasis: line(300, 'Dayanak yazılmalı.'),
          }),
        )
        .min(1, 'En az bir kayıt sınıfı olmalı.')
        .max(recordClasses.length),
    }),
    output: done,
  }),
  'retention.propose': command({ ...act, input: nothing, output: z.strictObject({ runId: z.string() }) }),
  /** From the file of the application by which the person asks for erasure. */
  'retention.proposeForPerson': command({
    ...act,
    input: z.strictObject({ applicationId: idSchema }),
    output: z.strictObject({ runId: z.string() }),
  }),
  'retention.takeOut': command({
    ...act,
    input: z.strictObject({ runId: idSchema, kind: idSchema, id: idSchema, reason }),
    output: done,
  }),
  'retention.approve': command({ ...act, input: runId, output: done }),
  'retention.refuse': command({ ...act, input: z.strictObject({ runId: idSchema, reason }), output: done }),
  'retention.report': query({
    access: overseers,
    topics: [],
    input: runId,
    output: z.strictObject({ name: z.string(), base64: z.base64() }),
  }),
  /** Of the application itself, or of its consumer. */
  'hold.get': query({
    access: overseers,
    topics: ['applications', 'consumers', 'retention'],
    input: z.strictObject({ applicationId: idSchema }),
    output: z.strictObject({ holds: z.array(holdSchema) }),
  }),
  'hold.place': command({
    ...act,
    input: z.strictObject({
      kind: z.enum(['application', 'consumer'], 'Neyin muhafaza edileceği seçilmeli.'),
      id: idSchema,
      reason,
      reference: text(100),
    }),
    output: done,
  }),
  'hold.lift': command({
    ...act,
    input: z.strictObject({
      kind: z.enum(['application', 'consumer'], 'Neyin muhafaza edildiği seçilmeli.'),
      id: idSchema,
      reason,
    }),
    output: done,
  }),
  /** Everything that is known here of the person whose application it is (KVKK md. 11/1-b). The look is on record. */
  'person.export': query({
    access: overseers,
    topics: [],
    input: z.strictObject({ applicationId: idSchema }),
    output: z.strictObject({
      files: z.array(z.strictObject({ name: z.string(), mediaType: z.string(), base64: z.base64() })),
    }),
  }),
} as const;
