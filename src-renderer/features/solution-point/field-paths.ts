import type { Draft } from './draft.ts';

type StringKey = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];
/** What is typed freely. */
export type TextKey = { [K in StringKey]: string extends Draft[K] ? K : never }[StringKey];
/** What is chosen from the contract's list. */
export type ChoiceKey = Exclude<StringKey, TextKey>;
export type FieldKey = StringKey;

/** The contract's path of each field. */
export const fieldPaths: Readonly<Record<FieldKey, string>> = {
  channel: 'channel',
  edmsNo: 'edmsNo',
  eventAt: 'eventAt',
  phoneCheckId: 'phoneCheckId',
  verifiedPhone: 'phoneCheckId',
  outcomeKind: 'resolvedAtOnce.outcomeKind',
  outcome: 'resolvedAtOnce.outcome',
  durableMedium: 'resolvedAtOnce.durableMedium',
  satisfaction: 'resolvedAtOnce.satisfaction',
  kind: 'applicant.kind',
  name: 'applicant.name',
  identityNo: 'applicant.identityNo',
  phone: 'applicant.phone',
  landline: 'applicant.landline',
  email: 'applicant.email',
  capacity: 'capacity',
  capacityEvidence: 'capacityEvidence',
  identityVerifiedBy: 'identityVerifiedBy',
  applicationType: 'applicationType',
  topicCode: 'topicCode',
  description: 'description',
  installationNo: 'installationNo',
  province: 'premises.province',
  district: 'premises.district',
  neighbourhood: 'premises.neighbourhood',
  street: 'premises.street',
  doorNo: 'premises.doorNo',
  replyChannel: 'replyChannel',
  noticeMethod: 'notice.method',
};

export const fieldKeys = Object.keys(fieldPaths).filter((key): key is FieldKey =>
  Object.hasOwn(fieldPaths, key),
);

export function topicFieldPath(fieldKey: string): string {
  return `topicFields.${fieldKey}`;
}
