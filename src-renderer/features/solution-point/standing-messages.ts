import { isCardField } from './card-fields.ts';
import type { Draft } from './draft.ts';
import { type FieldKey, fieldKeys, fieldPaths, topicFieldPath } from './field-paths.ts';

/** What is wrong, by the contract's paths: `applicant.phone`, `topicFields.poleNo`. */
export type FieldMessages = Readonly<Record<string, string>>;

/** Fields whose sentence may rest on another field's value. */
const restingOn: Partial<Readonly<Record<FieldKey, readonly FieldKey[]>>> = {
  capacity: ['capacityEvidence'],
  replyChannel: ['phone', 'email', 'province'],
  landline: ['phone'],
  district: ['province'],
};

/**
 * The sentences that still stand after a change: not those of the fields that it filled, whether the clerk or the
 * program did, nor of fields that are asked no more. Where one goes too early, the next save says it again.
 */
export function standingMessages(messages: FieldMessages, before: Draft, after: Draft): FieldMessages {
  // An informant's form asks other things altogether.
  if (before.kind !== after.kind) return {};
  const changed = fieldKeys.filter(
    (key) => before[key] !== after[key] || (isCardField(key) && before.onCard[key] !== after.onCard[key]),
  );
  const mended = new Set(
    [...changed, ...changed.flatMap((key) => restingOn[key] ?? [])].map((key) => fieldPaths[key]),
  );
  if (before.files !== after.files) mended.add('files');
  const isOtherTopic = before.topicCode !== after.topicCode;
  for (const key of new Set([...Object.keys(before.topicFields), ...Object.keys(after.topicFields)]))
    if (before.topicFields[key] !== after.topicFields[key]) mended.add(topicFieldPath(key));
  return Object.fromEntries(
    Object.entries(messages).filter(
      ([path]) => !mended.has(path) && !(isOtherTopic && path.startsWith(topicFieldPath(''))),
    ),
  );
}
