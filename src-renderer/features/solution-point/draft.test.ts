import { describe, expect, it } from 'vitest';
import type { ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { defaultRule } from '../../../src-shared/rules/deadline-rule.ts';
import {
  emptyDraft,
  isTouched,
  withConsumer,
  withInstallation,
  withKind,
  withoutConsumer,
  withTopic,
} from './draft.ts';

const premises = {
  province: 'Eskişehir',
  district: 'Tepebaşı',
  neighbourhood: 'Eskibağlar',
  street: 'Işık Sokak',
  doorNo: '4/2',
};
const consumer: ConsumerFile = {
  id: 'c1',
  kind: 'person',
  name: 'Ayşe Işık',
  identityNo: '100••••••46',
  phone: '05•• ••• 45 67',
  email: null,
  premises,
  isOfCrm: false,
  revealed: null,
};

function topicWith(code: string, keys: readonly string[], types?: Topic['types']): Topic {
  return {
    code,
    label: code,
    group: 'dso',
    keywords: ['x'],
    fields: keys.map((key) => ({ key, label: key, kind: 'text' as const, required: false })),
    deadlines: [defaultRule],
    ...(types === undefined ? {} : { types }),
  };
}

describe('the draft of an application', () => {
  it('takes a known consumer over and keeps what was written about the matter', () => {
    expect(withConsumer({ ...emptyDraft, description: 'Direk eğik' }, consumer)).toEqual({
      ...emptyDraft,
      ...premises,
      consumerId: 'c1',
      isFilled: true,
      name: 'Ayşe Işık',
      onCard: { identityNo: '100••••••46', phone: '05•• ••• 45 67', email: '' },
      description: 'Direk eğik',
    });
  });

  it('leaves nobody chosen where the informant is anonymous', () => {
    expect(withKind(withConsumer(emptyDraft, consumer), 'anonymous').consumerId).toBeNull();
  });

  it('takes the only installation of the account, and leaves it open where there are several', () => {
    const taken = withConsumer(emptyDraft, consumer);
    expect(withInstallation(taken, ['10000091010']).installationNo).toBe('10000091010');
    expect(withInstallation(taken, ['10000091010', '10000091011']).installationNo).toBe('');
    expect(withInstallation({ ...taken, installationNo: '5' }, ['10000091010']).installationNo).toBe('5');
  });

  it('lets nothing of one person stay for the next', () => {
    const taken = withConsumer({ ...emptyDraft, description: 'Direk eğik' }, consumer);
    expect(withoutConsumer({ ...taken, capacity: 'self', noticeMethod: 'printed' })).toEqual({
      ...emptyDraft,
      description: 'Direk eğik',
    });
  });

  it('holds no data of an anonymous informant and takes back the capacity when a name is given after all', () => {
    const anonymous = withKind(
      { ...withConsumer(emptyDraft, consumer), noticeMethod: 'printed' },
      'anonymous',
    );
    expect(anonymous).toMatchObject({
      consumerId: null,
      name: '',
      identityNo: '',
      phone: '',
      capacity: 'informant',
      identityVerifiedBy: 'not_verified',
      noticeMethod: '',
    });
    expect(withKind(anonymous, 'person')).toMatchObject({
      kind: 'person',
      capacity: '',
      identityVerifiedBy: '',
    });
  });

  it('keeps answers to questions that both topics ask and drops the rest', () => {
    const first = withTopic(emptyDraft, topicWith('first', ['poleNo', 'fault'], ['complaint']));
    const answered = { ...first, topicFields: { poleNo: '12', fault: 'broken' } };
    const second = withTopic(answered, topicWith('second', ['poleNo', 'location'], ['report']));
    expect(second).toMatchObject({ topicCode: 'second', topicFields: { poleNo: '12' } });
  });

  it('fills in the usual type of the topic, but not over the clerk’s own choice', () => {
    const topic = topicWith('first', [], ['complaint', 'request']);
    expect(withTopic(emptyDraft, topic).applicationType).toBe('complaint');
    const chosen = withTopic({ ...emptyDraft, applicationType: 'objection' }, topic);
    expect(chosen.applicationType).toBe('objection');
  });

  it('knows whether anything was written', () => {
    expect(isTouched(emptyDraft)).toBe(false);
    expect(isTouched({ ...emptyDraft, street: 'Işık' })).toBe(true);
  });
});
