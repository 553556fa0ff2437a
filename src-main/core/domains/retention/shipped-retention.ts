import shipped from '../../../../assets/retention.json' with { type: 'json' };
import {
  beganBefore,
  classesInForce,
  type RecordClass,
  type RetentionClass,
  retentionSchema,
} from '../../../../src-shared/rules/retention.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';

const shippedRetention = retentionSchema.parse(shipped);

/** The periods of this branch: its own where it has decided, the shipped drafts elsewhere. */
export async function retentionClasses(db: Reader): Promise<readonly RetentionClass[]> {
  return classesInForce(shippedRetention, await readDocument(db, 'retention'));
}

export type Cuts = (recordClass: RecordClass) => string;

/** What began before it is over, by class. */
export function cutsOf(classes: readonly RetentionClass[], asOf: string): Cuts {
  const cuts = new Map(classes.map((item) => [item.code, beganBefore(asOf, item)]));
  return (recordClass) => cuts.get(recordClass) ?? '';
}
