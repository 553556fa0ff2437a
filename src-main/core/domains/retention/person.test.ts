import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonExport } from '../../../../src-shared/rules/person-export.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  admin,
  approveTwice,
  clerk,
  destroyed,
  forgettable,
  forgotten,
  later,
  registerAs,
  retentionDesk,
  supervisor,
  theRun,
} from '../../../testing/retention/retention-desk.ts';

let counter: TestCore;
let oldId: string;

const applicant = {
  kind: 'person',
  name: forgotten.name,
  identityNo: forgotten.identityNo,
  phone: forgotten.typedPhone,
  landline: null,
  email: null,
} as const;

/** Of the one who has an application here already. */
async function request(right: string, changes = {}): Promise<string> {
  const consumerId = (await counter.ok('application.get', { applicationId: oldId }, supervisor)).consumerId;
  return registerAs(counter, {
    ...{ applicant, consumerId, applicationType: 'data_subject', topicCode: 'data_subject_request' },
    topicFields: { right, noticeAddress: 'Vişnelik Mah. 3, Eskişehir', signedBy: 'wet' },
    ...{ description: 'Hakkımı kullanıyorum.', replyChannel: 'written' as const },
    ...changes,
  });
}

beforeEach(async () => {
  counter = await retentionDesk();
  oldId = await forgettable(counter);
});
afterEach(() => counter.remove());

test('a data subject’s request is due in thirty calendar days and goes to the data protection team', async () => {
  const applicationId = await request('information');
  const file = await counter.ok('application.get', { applicationId }, clerk);
  // 10 March and thirty days, whatever day of the week it is.
  expect(file).toMatchObject({
    dueAt: '2026-04-09T20:59:59.999Z',
    deadlineBasis: expect.stringContaining('md. 13'),
  });
  expect(file.topicFields.map(({ key }) => key)).toEqual(['right', 'noticeAddress', 'signedBy']);
  const { topics } = await counter.ok('catalogue.get', {}, clerk);
  expect(topics.topics.find(({ code }) => code === 'data_subject_request')).toMatchObject({
    teamCode: 'data_protection',
  });
});

describe('the export', () => {
  async function exported(applicationId: string): Promise<PersonExport> {
    const { files } = await counter.ok('person.export', { applicationId }, supervisor);
    const json = files.find(({ mediaType }) => mediaType === 'application/json');
    return JSON.parse(Buffer.from(json?.base64 ?? '', 'base64').toString());
  }

  test('holds everything that is known here of the person, and the look at it is on record', async () => {
    await counter.ok('hold.get', { applicationId: oldId }, supervisor);
    const applicationId = await request('information');
    const known = await exported(applicationId);
    expect(known).toMatchObject({
      format: 'banko.person-export',
      version: 1,
      card: { name: forgotten.name, identityNo: forgotten.identityNo, phone: forgotten.phone },
      drafts: [],
      foundInCrmAt: null,
    });
    const [first, second] = known.applications;
    expect(first).toMatchObject({
      description: forgotten.words,
      applicant: { identityNo: forgotten.identityNo },
      outcome: 'Giderildi',
      files: [{ name: forgotten.fileName, isSpecialCategory: true }],
      notices: [{ version: 1 }],
    });
    expect(first?.messages.map(({ to }) => to)).toEqual([forgotten.phone, forgotten.phone]);
    expect(first?.timeline.map(({ what }) => what)).toContain('Başvuru sonuçlandırıldı');
    expect(second?.answers).toEqual([
      { label: 'Kullanılan hak', value: 'Bilgi / öğrenme' },
      { label: 'Tebligat adresi', value: 'Vişnelik Mah. 3, Eskişehir' },
      { label: 'İmza / gönderim biçimi', value: 'Islak imzalı dilekçe' },
    ]);
    const again = await exported(applicationId);
    expect(again.looks).toEqual([{ day: '2026-03-10', role: 'supervisor', count: expect.any(Number) }]);
    // Whoever of the staff it was is nobody’s business in it.
    expect(JSON.stringify(again)).not.toContain('Kişi ');
  });

  test('leaves out who applied in their place', async () => {
    const proxy = { ...applicant, name: 'Vekil Vural', identityNo: '12345678950', phone: '0533 000 00 00' };
    await request('information', { applicant: proxy, capacity: 'proxy', capacityEvidence: 'Vekâletname' });
    const applicationId = await request('information');
    const text = JSON.stringify(await exported(applicationId));
    for (const mark of ['Vekil Vural', '12345678950', '+905330000000']) expect(text).not.toContain(mark);
  });

  test('is given from no other file, to nobody who was not identified, and to no clerk', async () => {
    const refused = { ok: false, error: { code: 'wrong_state' } };
    expect(await counter.call('person.export', { applicationId: oldId }, supervisor)).toMatchObject(refused);
    const unknown = await request('information', { identityVerifiedBy: 'not_verified' });
    expect(await counter.call('person.export', { applicationId: unknown }, supervisor)).toMatchObject(
      refused,
    );
    const applicationId = await request('information');
    expect(await counter.call('person.export', { applicationId }, clerk)).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});

test('erasure on request takes what no law keeps, says until when the rest stays, and is reported', async () => {
  const applicationId = await request('erasure');
  const { runId } = await counter.ok('retention.proposeForPerson', { applicationId }, supervisor);
  const run = await theRun(counter);
  expect(run).toMatchObject({
    id: runId,
    reason: 'request',
    counts: [{ recordClass: 'special_attachment', records: 1 }],
  });
  // The request itself is open, so nobody can say yet until when all of it stays.
  expect(run.kept).toEqual([
    { recordClass: 'application', count: 2, until: null },
    { recordClass: 'consumer', count: 1, until: null },
  ]);
  await approveTwice(counter, runId);
  await destroyed(counter);
  const file = await counter.ok('application.get', { applicationId: oldId }, clerk);
  expect(file.timeline.map(({ title }) => title)).toContain('İçeriği imha edilmiş kayıt');
  expect(await counter.ok('attachment.list', { applicationId: oldId }, clerk)).toMatchObject({
    attachments: [],
  });
  const report = await counter.ok('retention.report', { runId }, supervisor);
  expect(Buffer.from(report.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
});

test('the periods that a branch decides hold, and none is shorter than the law allows', async () => {
  const { classes } = await counter.ok('retention.state', {}, supervisor);
  const changed = (code: string, amount: number) =>
    classes.map((item) => ({
      ...{ code: item.code, unit: item.unit, legalBasis: item.legalBasis },
      amount: item.code === code ? amount : item.amount,
    }));
  const index = classes.findIndex(({ code }) => code === 'audit');
  expect(await counter.call('retention.savePeriods', { classes: changed('audit', 2) }, admin)).toMatchObject({
    error: { fields: [{ path: `classes.${index}.amount`, message: 'Bu kayıtlar en az 3 yıl saklanmalı.' }] },
  });
  await counter.ok('retention.savePeriods', { classes: changed('application', 20) }, admin);
  counter = await later(counter, '2037-03-10T07:00:00.000Z');
  await expect.poll(async () => (await counter.ok('retention.state', {}, supervisor)).runs.length).toBe(1);
  const { counts } = await theRun(counter);
  expect(counts.map(({ recordClass }) => recordClass)).not.toContain('application');
});
