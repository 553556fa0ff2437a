import { z } from 'zod';
import { type AmendableField, applicationEntries } from './application-entries.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import type { PayloadOf } from './entry-types.ts';

type Registration = PayloadOf<'application.registered'>;

const { shape } = applicationEntries['application.registered'];

/** Which members of the registration a field stands for: a topic without its own fields would be half of one. */
const parts = {
  applicant: z.strictObject({ applicant: shape.applicant }),
  applicationType: z.strictObject({ applicationType: shape.applicationType }),
  topic: z.strictObject({ topicCode: shape.topicCode, topicFields: shape.topicFields }),
  description: z.strictObject({ description: shape.description }),
  installationNo: z.strictObject({ installationNo: shape.installationNo }),
  premises: z.strictObject({ premises: shape.premises }),
  replyChannel: z.strictObject({ replyChannel: shape.replyChannel }),
  edmsNo: z.strictObject({ edmsNo: shape.edmsNo }),
} as const satisfies Record<AmendableField, z.ZodType<Partial<Registration>>>;

/** What a field holds now, as an amendment names it: its members as an object. */
export function amendableValue(registration: Registration, field: AmendableField): Json {
  const members: Readonly<Record<string, Json | undefined>> = registration;
  const keys = Object.keys(parts[field].shape);
  return Object.fromEntries(keys.flatMap((key) => (members[key] === undefined ? [] : [[key, members[key]]])));
}

/** Whether the field still holds what the writer of an amendment saw. */
export function stillHolds(registration: Registration, field: AmendableField, from: Json): boolean {
  return canonicalJson(amendableValue(registration, field)) === canonicalJson(from);
}

/** The members of the registration that a field's new value gives; undefined where it is not of the field's form. */
export function amendment(field: AmendableField, to: Json): Partial<Registration> | undefined {
  return parts[field].safeParse(to).data;
}
