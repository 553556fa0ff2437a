import type { ApplicationFile } from '../../../src-shared/contract/application-file.ts';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import { formatPhone } from '../../../src-shared/text/phone.ts';
import { answersOf, answersThatStay, typedAnswer } from '../../lib/topic-answer.ts';
import type { AmendDraft, AmendField, AmendTopic } from './action-drafts.ts';

/** What each field says now, as the form shows it: numbers masked, where they are not shown whole just now. */
export function amendValues(file: ApplicationFile): Readonly<Record<AmendField, string>> {
  const { applicant } = file;
  return {
    name: applicant.name,
    identityNo: applicant.identityNo ?? '',
    phone: applicant.phone === null ? '' : formatPhone(applicant.phone),
    landline: applicant.landline === null ? '' : formatPhone(applicant.landline),
    email: applicant.email ?? '',
    applicationType: file.applicationType,
    replyChannel: file.replyChannel,
    installationNo: file.installationNo ?? '',
    edmsNo: file.edmsNo ?? '',
    description: file.description,
  };
}

const applicantFields = ['name', 'identityNo', 'phone', 'landline', 'email'] as const;

/** The command's input: only what was changed, and what the screen had seen. The contract judges the values. */
export function amendInput(
  file: ApplicationFile,
  { reason, changes, topic }: AmendDraft,
  topics: readonly Topic[],
): { readonly [K in keyof InputOf<'application.amend'>]?: unknown } {
  const isChanged = (field: AmendField) => changes[field] !== undefined;
  const values = { ...amendValues(file), ...changes };
  const changed = applicantFields.filter(isChanged);
  const { installationNo } = values;
  const other = (['applicationType', 'replyChannel', 'edmsNo', 'description'] as const).filter(isChanged);
  return {
    applicationId: file.id,
    reason,
    seenEntryId: file.timeline.findLast(({ kind: line }) => line !== 'meeting')?.id ?? file.id,
    ...(changed.length > 0
      ? { applicant: Object.fromEntries(changed.map((field) => [field, values[field]])) }
      : {}),
    ...(topic === null ? {} : { topic: topicInput(topic, topics) }),
    ...(isChanged('installationNo') ? { installationNo } : {}),
    ...Object.fromEntries(other.map((field) => [field, values[field]])),
  };
}

/** What it is about now, its answers as one would type them. */
export function topicNow({ topicCode, topicFields }: ApplicationFile, topics: readonly Topic[]): AmendTopic {
  const topic = topics.find(({ code }) => code === topicCode);
  const answers = topicFields.map(({ key, stored }) => {
    const field = topic?.fields.find((known) => known.key === key);
    return [key, field === undefined ? stored : typedAnswer(field, stored)] as const;
  });
  return { code: topicCode, answers: Object.fromEntries(answers) };
}

/** Another topic in its place. */
export function withTopic({ answers }: AmendTopic, { code, fields }: Topic): AmendTopic {
  return { code, answers: answersThatStay(fields, answers) };
}

/** What makes no answer is said at its field by the core. */
function topicInput({ code, answers }: AmendTopic, topics: readonly Topic[]) {
  const today = localDay(new Date().toISOString());
  const fields = topics.find((topic) => topic.code === code)?.fields ?? [];
  return { topicCode: code, topicFields: answersOf(fields, answers, today) };
}

const privateFields: ReadonlySet<AmendField> = new Set(['identityNo', 'phone', 'landline', 'email']);

/** Not shown in full while somebody else may be looking: what is typed replaces it, nothing typed leaves it. */
export function isPrivate(field: AmendField): boolean {
  return privateFields.has(field);
}

/** Where a refusal of the contract or the core is shown. */
export function amendFieldOf(path: string): string {
  return path.startsWith('applicant.') ? path.slice('applicant.'.length) : path;
}
