import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { defaultRule } from '../../../src-shared/rules/deadline-rule.ts';
import { atFormFields, checkDraft, type DraftContext } from './check-draft.ts';
import { type Draft, emptyDraft, withKind } from './draft.ts';

const topic: Topic = {
  code: 'equipment_damage',
  label: 'Cihaz hasarı',
  group: 'dso',
  keywords: ['hasar'],
  fields: [
    { key: 'device', label: 'Cihaz', kind: 'text', required: true },
    { key: 'damagedAt', label: 'Hasar zamanı', kind: 'datetime', required: true },
    { key: 'amount', label: 'Tutar', kind: 'number', required: false },
    { key: 'purchasedOn', label: 'Alış tarihi', kind: 'date', required: false },
  ],
  deadlines: [defaultRule],
};

const context: DraftContext = {
  ticketId: 't1',
  topic,
  notice: { code: 'privacy_notice_counter', version: 1, hash: 'a1' },
  today: '2026-03-10',
  sentences: {
    nameMissing: 'name',
    evidenceMissing: 'evidence',
    contactMissing: 'contact',
    emailMissing: 'email',
    addressMissing: 'address',
    noticeMissing: 'notice',
    fieldMissing: 'field',
    dayWrong: 'day',
    momentWrong: 'moment',
    numberWrong: 'number',
    phoneWrong: 'phone',
  },
  language: 'tr',
};

const complete: Draft = {
  ...emptyDraft,
  name: 'Ayşe Işık',
  phone: '0532 123 45 67',
  capacity: 'self',
  identityVerifiedBy: 'identity_card',
  applicationType: 'request',
  topicCode: topic.code,
  topicFields: { device: 'Buzdolabı', damagedAt: 'dün 9:30', amount: '12.500,50', purchasedOn: '5.3.2024' },
  description: 'Buzdolabı gerilim yüzünden bozuldu.',
  replyChannel: 'telephone',
  noticeMethod: 'read_aloud',
};

function pathsOf(draft: Draft): readonly string[] {
  const checked = checkDraft(draft, context);
  return checked.ok ? [] : checked.fields.map((field) => field.path);
}

describe('the form before it is sent', () => {
  it('becomes the contract’s input, with days, moments, amounts and phones in their stored form', () => {
    expect(checkDraft(complete, context)).toEqual({
      ok: true,
      input: {
        edmsNo: null,
        phoneCheckId: null,
        eventAt: null,
        resolvedAtOnce: null,
        channel: 'solution_point',
        ticketId: 't1',
        consumerId: null,
        files: null,
        fromCard: [],
        applicant: {
          kind: 'person',
          name: 'Ayşe Işık',
          identityNo: null,
          phone: '+905321234567',
          landline: null,
          email: null,
        },
        capacity: 'self',
        capacityEvidence: '',
        identityVerifiedBy: 'identity_card',
        applicationType: 'request',
        topicCode: 'equipment_damage',
        topicFields: {
          device: 'Buzdolabı',
          damagedAt: '2026-03-09T09:30',
          amount: '12500.50',
          purchasedOn: '2024-03-05',
        },
        description: 'Buzdolabı gerilim yüzünden bozuldu.',
        installationNo: null,
        premises: null,
        replyChannel: 'telephone',
        notice: {
          textCode: 'privacy_notice_counter',
          textVersion: 1,
          textHash: 'a1',
          method: 'read_aloud',
        },
      },
    });
  });

  it('names every missing field of an empty form once, by the contract’s paths', () => {
    expect(pathsOf(emptyDraft).toSorted()).toEqual([
      'applicant.name',
      'applicationType',
      'capacity',
      'description',
      'identityVerifiedBy',
      'notice.method',
      'replyChannel',
      'topicCode',
      'topicFields.damagedAt',
      'topicFields.device',
    ]);
  });

  it('refuses a landline for SMS and a wrong identity number at their fields', () => {
    expect(pathsOf({ ...complete, phone: '0222 230 00 00', identityNo: '12345678901' })).toEqual([
      'applicant.identityNo',
      'applicant.phone',
    ]);
  });

  it('wants the paper of one who acts for another', () => {
    expect(pathsOf({ ...complete, capacity: 'proxy' })).toEqual(['capacityEvidence']);
  });

  it('wants what the chosen reply channel needs', () => {
    expect(pathsOf({ ...complete, replyChannel: 'email' })).toEqual(['applicant.email']);
    expect(pathsOf({ ...complete, replyChannel: 'written' })).toEqual(['premises.province']);
    expect(pathsOf({ ...complete, phone: '' })).toEqual(['applicant.phone']);
  });

  it('refuses days, moments and amounts that it can’t read', () => {
    const wrong = { device: 'TV', damagedAt: 'geçen gün', amount: 'çok', purchasedOn: '31.2.2024' };
    expect(checkDraft({ ...complete, topicFields: wrong }, context)).toEqual({
      ok: false,
      fields: [
        { path: 'topicFields.damagedAt', message: 'moment' },
        { path: 'topicFields.amount', message: 'number' },
        { path: 'topicFields.purchasedOn', message: 'day' },
      ],
    });
  });

  it('asks an anonymous informant neither name nor notice', () => {
    const checked = checkDraft(withKind(complete, 'anonymous'), context);
    expect(checked.ok ? [] : checked.fields.map((field) => field.path)).toEqual([]);
  });

  it('shows what the core says of a group at a field of that group', () => {
    const said = [
      { path: 'notice', message: 'Metin değişti.' },
      { path: 'topicFields.device', message: 'Cihaz yazılmalı.' },
    ];
    expect(atFormFields(said).map(({ path }) => path)).toEqual(['notice.method', 'topicFields.device']);
  });

  it('takes the files along that were given meanwhile, with what was said of them', () => {
    const said = { description: 'Servis raporu', isSpecialCategory: false };
    const files = { key: 'taslak-formu', described: { 'yukleme-1': said } };
    expect(checkDraft({ ...complete, files }, context)).toMatchObject({
      ok: true,
      input: { files: { draftKey: 'taslak-formu', described: [{ uploadId: 'yukleme-1', ...said }] } },
    });
  });
});
