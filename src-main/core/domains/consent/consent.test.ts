import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import { addFile, aPdf } from '../../../testing/attachments.ts';
import { aLifeSupport, signOnScreen } from '../../../testing/consent-desk.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

const clerk = { window: 'clerk' };
const supervisor = { window: 'supervisor' };

let counter: TestCore;
let applicationId: string;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  applicationId = (await counter.ok('application.register', aLifeSupport(), clerk)).applicationId;
});
afterEach(() => counter.remove());

const asked = () => counter.ok('consent.ofApplication', { applicationId }, clerk);
const fileOf = () => counter.ok('application.get', { applicationId }, clerk);
const standingOf = async (id: string) => (await fileOf()).steps.find((step) => step.id === id)?.standing;
const route = (id = applicationId) =>
  counter.call(
    'application.route',
    { applicationId: id, teamCode: 'corporate_communication', note: '' },
    clerk,
  );
const caller = {
  call: ((method, input) => counter.call(method, input, clerk)) as TestCore['call'],
};

/** A file of the application, as a clerk adds it. */
async function add(name: string, isSpecialCategory: boolean, id = applicationId): Promise<string> {
  const target = { kind: 'application', applicationId: id } as const;
  const added = await addFile(caller, target, { name, content: aPdf(900), isSpecialCategory });
  if (!added.ok) throw new Error(`The file was refused: ${added.error.code}`);
  return added.value.attachmentId;
}

async function close(changes: Partial<InputOf<'application.close'>>) {
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
  return counter.call(
    'application.close',
    {
      ...{ applicationId, outcomeKind: 'resolved', outcome: 'Kayıt yapıldı', durableMedium: 'sms' },
      satisfaction: 'not_asked',
      ...changes,
    },
    clerk,
  );
}

describe('WR-3, IN-3: special-category data waits for a recorded ground', () => {
  const needed = { ok: false, error: { code: 'special_ground_needed' } };

  test('it is registered, called and waited for without one; it goes to no team', async () => {
    expect(await route()).toMatchObject(needed);
    expect(await fileOf()).toMatchObject({ can: { route: false, call: true, await: true } });
    await counter.ok('application.recordCall', { applicationId, result: 'no_answer', note: '' }, clerk);
    const missing = { applicationId, missing: 'Sağlık raporu', pause: null };
    await counter.ok('application.awaitApplicant', missing, clerk);
    await counter.ok('application.receiveSupply', { applicationId, note: '' }, clerk);
  });

  test.each([
    ['WR-3', { channel: 'written' }],
    ['IN-3', { channel: 'info_email', edmsNo: '2026/1234' }],
  ] as const)('%s is open until the consent is there; with it the file goes on', async (step, came) => {
    ({ applicationId } = await counter.ok('application.register', aLifeSupport(came), clerk));
    expect(await standingOf(step)).toBe('open');
    await signOnScreen(counter, applicationId);
    expect(await standingOf(step)).toBe('done');
    expect(await route()).toMatchObject({ ok: true });
    expect(await fileOf()).toMatchObject({ status: 'routed' });
  });

  test('another case of KVKK md. 6/3 is a ground too, with why it applies', async () => {
    const ground = { applicationId, basis: 'right', note: '' } as const;
    expect(await counter.call('consent.ground', ground, clerk)).toMatchObject({
      error: { fields: [{ path: 'note' }] },
    });
    await counter.ok('consent.ground', { ...ground, note: 'Dava açılmış, hak korunuyor' }, clerk);
    expect((await asked()).ground).toMatchObject({ basis: 'right', by: 'Kişi clerk' });
    expect(await route()).toMatchObject({ ok: true });
  });

  test('a file that is marked so makes any application wait; withdrawn again, it does not', async () => {
    const ordinary = await counter.ok('application.register', anApplication(), clerk);
    const attachmentId = await add('rapor.pdf', true, ordinary.applicationId);
    expect(await route(ordinary.applicationId)).toMatchObject(needed);
    await counter.ok('attachment.withdraw', { attachmentId, reason: 'Yanlış dosya' }, clerk);
    expect(await route(ordinary.applicationId)).toMatchObject({ ok: true });
  });

  test('it is not resolved by means of the data without a ground, and the file says what is missing', async () => {
    expect((await fileOf()).closingGaps.map(({ code }) => code)).toContain('special_ground');
    expect(await close({})).toMatchObject({
      error: { code: 'closing_incomplete', fields: [{ path: 'special_ground' }] },
    });
  });

  test('a topic without such data asks for none, and its step is not needed', async () => {
    const ordinary = await counter.ok('application.register', anApplication({ channel: 'written' }), clerk);
    const file = await counter.ok('application.get', { applicationId: ordinary.applicationId }, clerk);
    expect(file.steps.find(({ id }) => id === 'WR-3')?.standing).toBe('done');
    expect(await route(ordinary.applicationId)).toMatchObject({ ok: true });
  });
});

describe('rule 3: a refusal is recorded and stands in nobody’s way', () => {
  const refused = { answers: { consent_life_support: 'refused' } } as const;

  test('whoever refuses is heard, told and concluded; only the processing itself does not happen', async () => {
    await signOnScreen(counter, applicationId, refused);
    expect(await asked()).toMatchObject({
      ground: null,
      consents: [{ decision: 'refused', isInForce: false }],
    });
    expect(await route()).toMatchObject({ error: { code: 'special_ground_needed' } });
    expect(
      await close({ outcomeKind: 'rejected', outcome: 'Rıza verilmediği için kayıt yapılamadı' }),
    ).toMatchObject({
      ok: true,
    });
    expect((await fileOf()).closing).toMatchObject({ followedProcedure: true });
  });

  test('an application that does not depend on it goes on to the team and its end', async () => {
    const ordinary = await counter.ok('application.register', anApplication(), clerk);
    await signOnScreen(counter, ordinary.applicationId, {
      textCodes: ['consent_health_documents'],
      answers: { consent_health_documents: 'refused' },
    });
    expect(await route(ordinary.applicationId)).toMatchObject({ ok: true });
  });

  test('who changes their mind agrees later, and both records stay', async () => {
    await signOnScreen(counter, applicationId, refused);
    await signOnScreen(counter, applicationId, { textCodes: ['consent_life_support'] });
    expect((await asked()).consents.map(({ decision }) => decision)).toEqual(['refused', 'accepted']);
    expect(await route()).toMatchObject({ ok: true });
  });
});

describe('withdrawal', () => {
  async function given() {
    const { consentIds } = await signOnScreen(counter, applicationId);
    return consentIds[0] ?? '';
  }

  test('takes two members of input, at another desk, and the processing stops', async () => {
    const consentId = await given();
    await signInAs(counter, 'clerk', 'other-desk');
    const other = { window: 'other-desk' };
    await counter.ok('consent.withdraw', { applicationId, consentId }, other);
    expect(await asked()).toMatchObject({
      ground: null,
      consents: [
        {
          isInForce: false,
          awaitsReview: true,
          withdrawal: { channel: 'desk', by: 'Kişi other-desk' },
        },
      ],
    });
    expect(await route()).toMatchObject({ error: { code: 'special_ground_needed' } });
    expect(await counter.call('consent.withdraw', { applicationId, consentId }, clerk)).toMatchObject({
      error: { code: 'wrong_state', message: 'Bu rıza zaten geri alınmış.' },
    });
  });

  test('of what was refused is none', async () => {
    await signOnScreen(counter, applicationId, { answers: { consent_life_support: 'refused' } });
    const [consent] = (await asked()).consents;
    const withdrawal = { applicationId, consentId: consent?.consentId ?? '' };
    expect(await counter.call('consent.withdraw', withdrawal, clerk)).toMatchObject({
      error: { code: 'wrong_state', message: 'Verilmemiş bir rıza geri alınamaz.' },
    });
  });

  test('stands on the consumer’s card, with the application that it was given for', async () => {
    const consentId = await given();
    const consumerId = (await fileOf()).consumerId ?? '';
    const ofCard = async () => (await counter.ok('consent.ofConsumer', { consumerId }, clerk)).consents;
    expect(await ofCard()).toMatchObject([
      { consentId, applicationId, applicationNo: '26-2026-0100001', decision: 'accepted', withdrawnAt: null },
    ]);
    await counter.ok('consent.withdraw', { applicationId, consentId, channel: 'telephone', note: '' }, clerk);
    expect(await ofCard()).toMatchObject([{ withdrawnAt: '2026-03-10T07:00:00.000Z' }]);
  });

  test('opens an erasure review on a list of those who decide, and on nobody else’s', async () => {
    await signInAs(counter, 'supervisor');
    await signInAs(counter, 'reception');
    const consentId = await given();
    const listed = async () =>
      (
        await counter.ok('application.list', { list: 'erasure_review', offset: 0, limit: 10 }, supervisor)
      ).rows.map(({ id }) => id);
    expect(await listed()).toEqual([]);
    await counter.ok('consent.withdraw', { applicationId, consentId }, clerk);
    expect(await listed()).toEqual([applicationId]);
    const asReception = { window: 'reception' };
    for (const window of [clerk, asReception]) {
      const asked = { list: 'erasure_review', offset: 0, limit: 10 } as const;
      expect(await counter.call('application.list', asked, window)).toMatchObject({
        error: { code: 'forbidden' },
      });
      const { counts } = await counter.ok('application.counts', {}, window);
      expect(counts.map(({ list }) => list)).not.toContain('erasure_review');
    }
    const review = { applicationId, consentId, outcome: 'keep', ground: 'Dava sürüyor', note: '' } as const;
    expect(await counter.call('consent.review', review, clerk)).toMatchObject({
      error: { code: 'forbidden' },
    });
    await counter.ok('consent.review', review, supervisor);
    expect(await listed()).toEqual([]);
    expect((await asked()).consents).toMatchObject([{ review: { outcome: 'keep', by: 'Kişi supervisor' } }]);
    expect(await counter.call('consent.review', review, supervisor)).toMatchObject({
      error: { code: 'wrong_state' },
    });
  });

  test('erasing withdraws the special-category files and leaves what is a record', async () => {
    await signInAs(counter, 'supervisor');
    const consentId = await given();
    await add('rapor.pdf', true);
    await add('dilekce.pdf', false);
    await counter.ok('consent.withdraw', { applicationId, consentId }, clerk);
    const erase = { applicationId, consentId, outcome: 'erase', ground: 'KVKK md. 7' } as const;
    await counter.ok('consent.review', erase, supervisor);
    const { attachments } = await counter.ok('attachment.list', { applicationId }, clerk);
    expect(attachments.map(({ name, withdrawal }) => [name, withdrawal?.reason ?? null])).toEqual([
      ['dilekce.pdf', null],
      ['rapor.pdf', 'Açık rıza geri alındığı için silindi (KVKK md. 7).'],
    ]);
  });

  test('what another ground still covers is not erased', async () => {
    await signInAs(counter, 'supervisor');
    const consentId = await given();
    await counter.ok('consent.ground', { applicationId, basis: 'law', note: 'Kanun gereği' }, clerk);
    await counter.ok('consent.withdraw', { applicationId, consentId }, clerk);
    const erase = { applicationId, consentId, outcome: 'erase', ground: 'KVKK md. 7' } as const;
    expect(await counter.call('consent.review', erase, supervisor)).toMatchObject({
      error: { code: 'wrong_state', message: expect.stringContaining('başka bir dayanak') },
    });
  });
});

describe('a wet signature', () => {
  const print = () =>
    counter.ok(
      'consent.printSheet',
      { applicationId, textCode: 'consent_life_support', language: 'tr' },
      clerk,
    );
  const record = (changes: Partial<InputOf<'consent.recordPaper'>>) =>
    counter.call(
      'consent.recordPaper',
      { applicationId, sheetCode: '', decision: 'accepted', attachmentId: '', ...changes },
      clerk,
    );

  test('is tied to its scan by the barcode of the page, and is a consent like any other', async () => {
    const { consentId, sheetCode } = await print();
    expect((await asked()).sheets).toMatchObject([{ consentId, sheetCode }]);
    expect(await route()).toMatchObject({ error: { code: 'special_ground_needed' } });
    const attachmentId = await add('riza.pdf', true);
    // As a scanner set to a Turkish keyboard gives it.
    expect(await record({ sheetCode: sheetCode.toLowerCase(), attachmentId })).toMatchObject({ ok: true });
    expect(await asked()).toMatchObject({
      sheets: [],
      ground: { basis: 'consent' },
      consents: [{ consentId, method: 'wet_signature', seal: 'none', attachmentId }],
    });
    expect(await route()).toMatchObject({ ok: true });
  });

  test('the page of another application is refused, and so is what is no page at all', async () => {
    const other = await counter.ok('application.register', aLifeSupport(), clerk);
    const input = { textCode: 'consent_life_support', language: 'tr' };
    const theirs = await counter.ok(
      'consent.printSheet',
      { applicationId: other.applicationId, ...input },
      clerk,
    );
    const attachmentId = await add('riza.pdf', true);
    expect(await record({ sheetCode: theirs.sheetCode, attachmentId })).toMatchObject({
      error: { fields: [{ path: 'sheetCode', message: expect.stringContaining('bu başvuru için') }] },
    });
    expect(await record({ sheetCode: 'K7M49QX2ABCD', attachmentId })).toMatchObject({
      error: { fields: [{ path: 'sheetCode', message: expect.stringContaining('barkodu değil') }] },
    });
  });

  test('one page is one record, and one scan is that of one page', async () => {
    const [first, second] = [await print(), await print()];
    const attachmentId = await add('riza.pdf', true);
    expect(await record({ sheetCode: second.sheetCode, attachmentId: 'nowhere' })).toMatchObject({
      error: { fields: [{ path: 'attachmentId' }] },
    });
    await record({ sheetCode: first.sheetCode, attachmentId });
    expect(await record({ sheetCode: first.sheetCode, attachmentId })).toMatchObject({
      error: { fields: [{ path: 'sheetCode', message: 'Bu rıza formu zaten kaydedilmiş.' }] },
    });
    expect(await record({ sheetCode: second.sheetCode, attachmentId })).toMatchObject({
      error: { fields: [{ path: 'attachmentId' }] },
    });
  });
});

test('reception and units see neither the consents nor which they were', async () => {
  await signInAs(counter, 'reception');
  await signInAs(counter, 'unit');
  await signOnScreen(counter, applicationId);
  for (const window of ['reception', 'unit']) {
    const at = { window };
    expect(await counter.call('consent.ofApplication', { applicationId }, at)).toMatchObject({
      error: { code: 'forbidden' },
    });
    const { timeline } = await counter.ok('application.get', { applicationId }, at);
    const lines = timeline.filter(({ kind }) => kind === 'consent').map(({ title, text }) => title + text);
    expect(lines).toEqual(['Rıza kaydı', 'Rıza kaydı']);
  }
  const { timeline } = await counter.ok('application.get', { applicationId }, clerk);
  expect(timeline.filter(({ kind }) => kind === 'consent').map(({ title }) => title)).toEqual([
    'Açık rıza verildi (ekranda)',
    'Özel nitelikli verinin işlenme dayanağı: Açık rıza (6/3-a)',
  ]);
});

test('the store keeps of a signature its shape and nothing that tells time, pressure or speed', async () => {
  await signOnScreen(counter, applicationId);
  const signatures = await withStore(counter, ({ raw }) => {
    const payloads = raw
      .prepare("select payload from entries where type = 'consent.decided'")
      .pluck()
      .all()
      .map((payload) => JSON.parse(String(payload)));
    const tables = raw.prepare("select name from sqlite_schema where type = 'table'").pluck().all();
    const dump = tables
      .map((table) => JSON.stringify(raw.prepare(`select * from "${table}"`).all()))
      .join('\n');
    expect(dump).toContain('"strokes\\":');
    expect(dump).not.toMatch(/pressure|velocity|speed|tilt|pointer|"(t|dt|time)\\*"/i);
    return payloads.map(({ signature }) => signature);
  });
  expect(signatures).toHaveLength(1);
  for (const signature of signatures) {
    expect(Object.keys(signature).sort()).toEqual(['height', 'strokes', 'width']);
    // Flat numbers: nothing can stand beside x and y.
    expect(signature.strokes.flat().every((value: unknown) => Number.isInteger(value))).toBe(true);
  }
});
