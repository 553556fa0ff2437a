import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { defaultRule } from '../../../src-shared/rules/deadline-rule.ts';
import { type Draft, emptyDraft, withConsumer, withKind, withTopic } from './draft.ts';
import { standingMessages } from './standing-messages.ts';

const topic: Topic = {
  code: 'street_light',
  label: 'Sokak aydınlatması',
  group: 'dso',
  types: ['report'],
  keywords: ['lamba'],
  fields: [{ key: 'poleNo', label: 'Direk no', kind: 'text', required: true }],
  deadlines: [defaultRule],
};

/** Which of the refused fields still say that they are wrong. */
function stillWrong(refused: readonly string[], before: Draft, after: Draft): readonly string[] {
  const messages = Object.fromEntries(refused.map((path) => [path, 'Düzeltilmeli.']));
  return Object.keys(standingMessages(messages, before, after));
}

describe('after a refused save', () => {
  it('choosing a topic takes back its own sentence and that of the type that it fills in', () => {
    const refused = ['topicCode', 'applicationType', 'description'];
    expect(stillWrong(refused, emptyDraft, withTopic(emptyDraft, topic))).toEqual(['description']);
  });

  it('a type that the clerk had chosen keeps its sentence, since the topic leaves it alone', () => {
    const chosen: Draft = { ...emptyDraft, applicationType: 'objection' };
    expect(stillWrong(['applicationType'], chosen, withTopic(chosen, topic))).toEqual(['applicationType']);
  });

  it('the questions of the old topic are asked no more, nor counted', () => {
    const before: Draft = { ...emptyDraft, topicCode: 'equipment_damage' };
    const refused = ['topicFields.device', 'applicant.name'];
    expect(stillWrong(refused, before, withTopic(before, topic))).toEqual(['applicant.name']);
  });

  it('an answer to one question takes back that sentence alone', () => {
    const before: Draft = { ...emptyDraft, topicCode: topic.code };
    const after: Draft = { ...before, topicFields: { poleNo: '12' } };
    const refused = ['topicFields.poleNo', 'topicFields.place'];
    expect(stillWrong(refused, before, after)).toEqual(['topicFields.place']);
  });

  it('a person who is found takes back the sentences of what is known of them, and no other', () => {
    const found = withConsumer(emptyDraft, {
      ...{ id: 'c1', kind: 'person', name: 'Ayşe Işık', identityNo: null, phone: '+905321234567' },
      ...{ email: null, premises: null, isOfCrm: true, revealed: null },
    });
    const refused = ['applicant.name', 'applicant.phone', 'capacity'];
    expect(stillWrong(refused, emptyDraft, found)).toEqual(['capacity']);
  });

  it('another reply channel takes back what only the former one asked for', () => {
    const before: Draft = { ...emptyDraft, replyChannel: 'email' };
    const after: Draft = { ...before, replyChannel: 'telephone' };
    expect(stillWrong(['applicant.email', 'description'], before, after)).toEqual(['description']);
  });

  it('an anonymous informant’s form begins without sentences', () => {
    expect(
      stillWrong(['applicant.name', 'notice.method'], emptyDraft, withKind(emptyDraft, 'anonymous')),
    ).toEqual([]);
  });
});
