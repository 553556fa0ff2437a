import { z } from 'zod';
import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { amendableValue, amendment, stillHolds } from '../../../../src-shared/ledger/amendments.ts';
import { type AmendableField, amendableFields } from '../../../../src-shared/ledger/application-entries.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { canonicalJson } from '../../../../src-shared/ledger/canonical-json.ts';
import { type Entry, inOrder } from '../../../../src-shared/ledger/entry.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { canBeTaken } from '../../../../src-shared/ledger/reduce-conflicts.ts';
import { contentErrors } from '../../../../src-shared/rules/check-registration.ts';
import { topicFieldErrors } from '../../../../src-shared/rules/topic-fields.ts';
import type { Context } from '../../handler.ts';
import { mendConsumer } from '../consumer/keep-consumer.ts';
import { plainViewerOf } from '../person/viewer.ts';
import { isHiddenFrom } from './file.service.ts';
import { type Loaded, loadApplication, openApplication, streamOf } from './open-application.ts';
import type { RegisterServices } from './register.service.ts';
import { deadlineFor } from './work.service.ts';

type Input = ParsedInputOf<'application.amend'>;
type JsonValue = z.infer<ReturnType<typeof z.json>>;
type Change = { readonly field: AmendableField; readonly from: JsonValue; readonly to: JsonValue };

/**
 * Puts right what was taken down, with the reason; the first wording stays in the ledger. What another desk changed
 * since the screen was read is not written over: the field says so. Two desks that were apart are told by the fold.
 */
export async function amend(
  services: RegisterServices,
  context: Context,
  input: Input,
): Promise<Result<Record<string, never>>> {
  const { catalogue } = services;
  return context.write(async (work) => {
    const loaded = await openApplication(work, input.applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    if (input.applicant !== undefined && isHiddenFrom(state, await plainViewerOf(work.trx, context)))
      return fail('informant_hidden');
    const changes = changesOf(state, input);
    if (changes.length === 0)
      return fail('invalid_input', [{ path: 'reason', message: 'Değişen bir alan yok.' }]);
    const next = { ...state.registration };
    for (const { field, to } of changes) Object.assign(next, amendment(field, to));
    const topic = catalogue.topic(next.topicCode);
    const errors: readonly FieldError[] = [
      ...crossedErrors(loaded.value, input.seenEntryId, changes),
      ...contentErrors(next, catalogue),
      ...(input.topic === undefined ? [] : topicErrors(topic, input.topic.topicFields)),
    ];
    if (errors.length > 0) return fail('invalid_input', errors);
    const isOtherTopic = next.topicCode !== state.registration.topicCode;
    const deadline =
      isOtherTopic && topic !== undefined
        ? deadlineFor(services, { ...state, registration: next }, topic, state.waits)
        : {};
    const { reason } = input;
    await work.append(fact(streamOf(state.id), 'application.amended', { reason, changes, ...deadline }));
    const { consumerId, capacity, applicant: before } = state.registration;
    await mendConsumer(work, { consumerId, capacity, before, after: next.applicant });
    return succeed({});
  });
}

function topicErrors(
  topic: Parameters<typeof topicFieldErrors>[0] | undefined,
  fields: Record<string, string>,
) {
  return topic === undefined || topic.retiredAt !== undefined
    ? [{ path: 'topic.topicCode', message: 'Böyle bir konu yok. Listeden seçin.' }]
    : topicFieldErrors(topic, fields).map(({ path, message }) => ({ path: `topic.${path}`, message }));
}

/** What of the given fields is new, each with what it replaces. */
function changesOf({ registration }: ApplicationState, input: Input): Change[] {
  return amendableFields.flatMap((field) => {
    const asked = input[field];
    if (asked === undefined) return [];
    const given = field === 'applicant' ? { ...registration.applicant, ...input.applicant } : asked;
    const from = z.json().parse(amendableValue(registration, field));
    const to = z.json().parse(field === 'topic' ? given : { [field]: given });
    return canonicalJson(from) === canonicalJson(to) ? [] : [{ field, from, to }];
  });
}

function crossedErrors({ entries, state }: Loaded, seenEntryId: string, changes: readonly Change[]) {
  const seen = foldApplication(upTo(entries, seenEntryId));
  if (seen === undefined) return [];
  return changes
    .filter(({ field }) => !stillHolds(state.registration, field, amendableValue(seen.registration, field)))
    .map(({ field }) => ({
      path: field,
      message: 'Bu alanı az önce başka biri değiştirdi. Yeni değere bakıp gerekiyorsa yeniden düzeltin.',
    }));
}

function upTo(entries: readonly Entry[], lastId: string): readonly Entry[] {
  const ordered = inOrder(entries);
  const index = ordered.findIndex(({ id }) => id === lastId);
  return index < 0 ? ordered : ordered.slice(0, index + 1);
}

/** A person decides what becomes of what had not taken effect. */
export async function settleConflict(
  context: Context,
  { applicationId, entryId, settlement, note }: ParsedInputOf<'application.settleConflict'>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const conflict = loaded.value.state.conflicts.find((item) => item.entryId === entryId);
    if (conflict === undefined) return fail('not_found');
    if (conflict.settled !== null) return fail('wrong_state');
    if (settlement === 'take' && !canBeTaken(conflict))
      return fail('invalid_input', [
        { path: 'settlement', message: 'Bu kayıt duranın yerine konulamaz; duran geçerli kalır.' },
      ]);
    await work.append(fact(streamOf(applicationId), 'conflict.settled', { entryId, settlement, note }));
    return succeed({});
  });
}
