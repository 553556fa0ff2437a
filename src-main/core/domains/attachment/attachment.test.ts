import { readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttachmentTarget } from '../../../../src-shared/contract/attachment.ts';
import { attachmentLimits } from '../../../../src-shared/rules/attachment.ts';
import { addFile, aPdf, type GivenFile, readFile, sendSlices } from '../../../testing/attachments.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { withStore } from '../../../testing/store.ts';
import { adminSecrets, anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

const slice = attachmentLimits.slice;

let counter: TestCore;
let applicationId: string;
let target: AttachmentTarget;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  applicationId = (await at('clerk').ok('application.register', anApplication())).applicationId;
  target = { kind: 'application', applicationId };
});
afterEach(() => counter.remove());

function at(window: string) {
  return {
    call: ((method, input) => counter.call(method, input, { window })) as TestCore['call'],
    ok: ((method, input) => counter.ok(method, input, { window })) as TestCore['ok'],
  };
}

const report: GivenFile = { name: 'rapor.pdf', content: aPdf(2 * slice + 77), description: 'Servis raporu' };

async function add(file: GivenFile = report, to = target): Promise<string> {
  const added = await addFile(at('clerk'), to, file);
  if (!added.ok) throw new Error(`The file was refused: ${JSON.stringify(added.error)}`);
  return added.value.attachmentId;
}

function filesOnDisk(): Promise<readonly string[]> {
  return readdir(join(counter.dataDir, 'files')).catch(() => []);
}

async function reopen(change: () => Promise<unknown> = async () => {}): Promise<void> {
  await counter.core.stop();
  await change();
  counter = await counter.reopen();
  counter.core.start();
  await counter.ok(
    'session.signIn',
    { username: 'clerk', password: 'clerk-parolasi-uzun' },
    { window: 'clerk' },
  );
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, { window: 'admin' });
}

/** Until the jobs beside the calls have come to what is expected. */
function eventually(check: () => Promise<void>): Promise<void> {
  return expect.poll(() => check().then(() => 'done'), { timeout: 5_000 }).toBe('done') as Promise<void>;
}

describe('a file that is added', () => {
  test('is on the application, with who, when, what and where it is, and comes back byte for byte', async () => {
    const id = await add();
    const list = await at('clerk').ok('attachment.list', { applicationId });
    expect(list).toEqual({
      attachments: [
        {
          id,
          name: 'rapor.pdf',
          description: 'Servis raporu',
          kind: 'pdf',
          mediaType: 'application/pdf',
          size: report.content.length,
          isSpecialCategory: false,
          addedAt: '2026-03-10T07:00:00.000Z',
          addedBy: 'Kişi clerk',
          place: 'waiting',
          moved: 0,
          canOpen: true,
          canWithdraw: true,
          withdrawal: null,
        },
      ],
      canAdd: true,
      room: attachmentLimits.application - report.content.length,
    });
    expect(await readFile(at('clerk'), id)).toEqual({ ok: true, value: report.content });
    const file = await at('clerk').ok('application.get', { applicationId });
    expect(file.timeline.at(-1)).toMatchObject({ kind: 'attachment', title: 'Dosya eklendi: rapor.pdf' });
  });

  test('lies on the disk encrypted', async () => {
    await add({ name: 'açık.pdf', content: Buffer.from('%PDF-1.7\nAyşe Işık 10000000146'.padEnd(500)) });
    const [name = ''] = await filesOnDisk();
    const { readFile: readRaw } = await import('node:fs/promises');
    const raw = await readRaw(join(counter.dataDir, 'files', name));
    expect(raw.includes('Ayşe') || raw.includes('%PDF')).toBe(false);
  });

  test('gets a name without path and unseen marks', async () => {
    await add({ ...report, name: 'C:\\gizli\\rapor\u202E.pdf' });
    const { attachments } = await at('clerk').ok('attachment.list', { applicationId });
    expect(attachments.map(({ name }) => name)).toEqual(['rapor.pdf']);
  });

  test('is finished once, however often that is asked', async () => {
    const sent = await sendSlices(at('clerk'), target, report);
    if (!sent.ok) throw new Error('refused');
    const { uploadId } = sent.value;
    const options = { window: 'clerk', commandId: 'bir-kez-bitirilir' };
    const first = await counter.call('attachment.finish', { uploadId }, options);
    expect(await counter.call('attachment.finish', { uploadId }, options)).toEqual(first);
    expect(await at('clerk').call('attachment.finish', { uploadId })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect((await at('clerk').ok('attachment.list', { applicationId })).attachments).toHaveLength(1);
  });
});

describe('is not taken:', () => {
  test.each([
    ['an empty file', { name: 'boş.pdf', content: Buffer.alloc(0) }, 'attachment_empty'],
    ['another kind', { name: 'dilekçe.docx', content: Buffer.from('PK\x03\x04…') }, 'attachment_kind'],
    [
      'a program under the name of a PDF',
      { name: 'fatura.pdf', content: Buffer.from('MZ\x90\0…') },
      'attachment_disguised',
    ],
    ['a PDF under the name of a picture', { name: 'foto.png', content: aPdf(50) }, 'attachment_disguised'],
    [
      'a file that is not what was declared',
      { name: 'rapor.pdf', content: aPdf(300), sha256: 'a'.repeat(64) },
      'attachment_broken',
    ],
  ] as const)('%s, and nothing of it stays', async (_what, file, code) => {
    expect(await addFile(at('clerk'), target, file)).toMatchObject({ ok: false, error: { code } });
    expect(await filesOnDisk()).toEqual([]);
    expect(await at('clerk').ok('attachment.uploads', { target })).toEqual({ uploads: [] });
  });

  test('a file above the limit, before a byte is sent', async () => {
    const input = {
      target,
      name: 'b.pdf',
      sha256: 'a'.repeat(64),
      description: '',
      isSpecialCategory: false,
    };
    const begin = (size: number) => at('clerk').call('attachment.begin', { ...input, size });
    expect(await begin(attachmentLimits.file + 1)).toMatchObject({ error: { code: 'attachment_too_large' } });
    expect(await begin(attachmentLimits.file)).toMatchObject({ ok: true });
  });

  test('more than an application may hold, counting what is on its way', async () => {
    const begin = (at1: number) =>
      at('clerk').call('attachment.begin', {
        ...{ target, name: `${at1}.pdf`, description: '', isSpecialCategory: false },
        ...{ size: attachmentLimits.file, sha256: String(at1).repeat(64) },
      });
    for (let file = 1; file <= 5; file += 1) expect(await begin(file)).toMatchObject({ ok: true });
    expect(await begin(6)).toMatchObject({ error: { code: 'attachment_no_room' } });
  });

  test('the same content twice on one application', async () => {
    await add();
    expect(await addFile(at('clerk'), target, { ...report, name: 'kopya.pdf' })).toMatchObject({
      error: { code: 'attachment_twice' },
    });
  });

  test('a slice out of turn, or of the wrong length', async () => {
    const sent = await sendSlices(at('clerk'), target, report, 1);
    if (!sent.ok) throw new Error('refused');
    const chunk = (index: number, bytes: Buffer) =>
      at('clerk').call('attachment.chunk', {
        uploadId: sent.value.uploadId,
        ...{ index, base64: bytes.toString('base64') },
      });
    expect(await chunk(2, Buffer.alloc(77))).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await chunk(1, Buffer.alloc(10))).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await at('clerk').call('attachment.finish', { uploadId: sent.value.uploadId })).toMatchObject({
      error: { code: 'invalid_input' },
    });
  });

  test('anything for an application that is not there', async () => {
    const nowhere = { kind: 'application', applicationId: 'nerede' } as const;
    expect(await addFile(at('clerk'), nowhere, report)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('after the program was cut off', () => {
  test('an upload goes on where it stopped', async () => {
    await sendSlices(at('clerk'), target, report, 2);
    await reopen();
    const { uploads } = await at('clerk').ok('attachment.uploads', { target });
    expect(uploads).toMatchObject([{ name: 'rapor.pdf', received: 2 * slice, isWhole: false }]);
    const sent = await sendSlices(at('clerk'), target, report);
    expect(sent).toMatchObject({ ok: true, value: { sent: 1 } });
    const id = await add();
    expect(await readFile(at('clerk'), id)).toEqual({ ok: true, value: report.content });
  });

  test('a slice that the disk did not keep is noticed, and the file can be added again', async () => {
    const sent = await sendSlices(at('clerk'), target, report);
    if (!sent.ok) throw new Error('refused');
    const file = join(counter.dataDir, 'files', `${sent.value.uploadId}.sealed`);
    await reopen(async () => {
      await truncate(file, slice);
      await truncate(file, 3 * slice);
    });
    expect(await addFile(at('clerk'), target, report)).toMatchObject({
      error: { code: 'attachment_broken' },
    });
    expect(await readFile(at('clerk'), await add())).toEqual({ ok: true, value: report.content });
  });

  test('between the last byte and the entry, finishing is asked again and done', async () => {
    await sendSlices(at('clerk'), target, report);
    await reopen();
    expect(await readFile(at('clerk'), await add())).toEqual({ ok: true, value: report.content });
  });

  test('bytes that nothing speaks of go after a month, and not before', async () => {
    const stray = join(counter.dataDir, 'files', '01890000-0000-7000-8000-00000000abcd.sealed');
    await add();
    await writeFile(stray, 'x');
    const age = (days: number) => {
      const then = new Date(counter.clock.now() - days * 86_400_000);
      return reopen(() => utimes(stray, then, then));
    };
    await age(29);
    await eventually(async () => expect(await filesOnDisk()).toHaveLength(2));
    await age(31);
    await eventually(async () => expect(await filesOnDisk()).toHaveLength(1));
  });

  test('a half upload is given up after a week', async () => {
    await sendSlices(at('clerk'), target, report, 1);
    counter.clock.advance(8 * 86_400_000);
    await reopen();
    await eventually(async () => expect(await filesOnDisk()).toEqual([]));
    expect((await at('clerk').ok('attachment.uploads', { target })).uploads).toEqual([]);
  });

  test('a store from before its files finds them again when their entries are back', async () => {
    const id = await add();
    await counter.core.stop();
    await withStore(counter, async ({ db }) => {
      await db.deleteFrom('attachment_copies').execute();
    });
    await reopen();
    await eventually(async () => {
      const { attachments } = await at('clerk').ok('attachment.list', { applicationId });
      expect(attachments).toMatchObject([{ id, place: 'waiting' }]);
    });
  });

  test('a file whose bytes are gone is said to be elsewhere', async () => {
    const id = await add();
    await reopen(() => rm(join(counter.dataDir, 'files'), { recursive: true }));
    await eventually(async () => {
      const { attachments } = await at('clerk').ok('attachment.list', { applicationId });
      expect(attachments).toMatchObject([{ id, place: 'elsewhere' }]);
    });
    expect(await readFile(at('clerk'), id)).toMatchObject({ error: { code: 'attachment_elsewhere' } });
  });

  test('a copy that the disk has spoilt is said to be damaged', async () => {
    const id = await add();
    await reopen(() => truncate(join(counter.dataDir, 'files', `${id}.sealed`), slice));
    expect(await readFile(at('clerk'), id)).toMatchObject({ error: { code: 'attachment_damaged' } });
    const { attachments } = await at('clerk').ok('attachment.list', { applicationId });
    expect(attachments).toMatchObject([{ id, place: 'damaged' }]);
  });
});

describe('files of a registration that is being written', () => {
  const draftKey = 'taslak-kayit-komutu';
  const draft = { kind: 'draft', draftKey } as const;

  test('wait for it, and are put on it in one', async () => {
    const first = await add(report, draft);
    const second = await add({ name: 'foto.pdf', content: aPdf(10) }, draft);
    const { uploads } = await at('clerk').ok('attachment.uploads', { target: draft });
    expect(uploads.map(({ uploadId, isWhole }) => [uploadId, isWhole])).toEqual([
      [first, true],
      [second, true],
    ]);
    const attached = await at('clerk').ok('attachment.attach', { draftKey, applicationId });
    expect(attached).toEqual({ attachmentIds: [first, second] });
    expect(await at('clerk').ok('attachment.attach', { draftKey, applicationId })).toEqual({
      attachmentIds: [],
    });
    const { attachments } = await at('clerk').ok('attachment.list', { applicationId });
    expect(attachments.map(({ id }) => id)).toEqual([second, first]);
    expect(await readFile(at('clerk'), first)).toEqual({ ok: true, value: report.content });
  });

  test('find it also where the screen was lost before it could say so', async () => {
    const id = await add(report, draft);
    counter.core.start();
    const { applicationId: registered } = await counter.ok('application.register', anApplication(), {
      ...{ window: 'clerk', commandId: draftKey },
    });
    await eventually(async () => {
      const { attachments } = await at('clerk').ok('attachment.list', { applicationId: registered });
      expect(attachments).toMatchObject([{ id, addedBy: 'Kişi clerk' }]);
    });
  });

  test('can be dropped, and are not put on an application that is not there', async () => {
    const id = await add(report, draft);
    const nowhere = await at('clerk').call('attachment.attach', { draftKey, applicationId: 'nerede' });
    expect(nowhere).toMatchObject({ error: { code: 'not_found' } });
    await at('clerk').ok('attachment.abandon', { uploadId: id });
    expect(await filesOnDisk()).toEqual([]);
    expect((await at('clerk').ok('attachment.uploads', { target: draft })).uploads).toEqual([]);
  });
});

describe('a file that was added by mistake', () => {
  test('goes from the disk and stays in the history with its reason', async () => {
    counter.core.start();
    const id = await add();
    await at('clerk').ok('attachment.withdraw', { attachmentId: id, reason: 'Başkasının belgesi' });
    await eventually(async () => expect(await filesOnDisk()).toEqual([]));
    const { attachments, room } = await at('clerk').ok('attachment.list', { applicationId });
    expect(attachments).toMatchObject([
      {
        id,
        canOpen: false,
        canWithdraw: false,
        withdrawal: { by: 'Kişi clerk', reason: 'Başkasının belgesi' },
      },
    ]);
    expect(room).toBe(attachmentLimits.application);
    expect(await readFile(at('clerk'), id)).toMatchObject({ error: { code: 'attachment_withdrawn' } });
    const again = await at('clerk').call('attachment.withdraw', { attachmentId: id, reason: 'Yine' });
    expect(again).toMatchObject({ error: { code: 'attachment_withdrawn' } });
    await add();
  });
});

describe('who may see what', () => {
  beforeEach(async () => {
    for (const role of ['reception', 'unit', 'supervisor'] as const) await signInAs(counter, role);
  });

  const may = (id: string) => async (window: string) => (await readFile(at(window), id)).ok;

  async function seenBy(id: string) {
    const windows = ['reception', 'unit', 'clerk', 'supervisor', 'admin'];
    const opened = await Promise.all(windows.map(may(id)));
    return Object.fromEntries(windows.map((window, index) => [window, opened[index]]));
  }

  async function nameFor(window: string) {
    const { attachments } = await at(window).ok('attachment.list', { applicationId });
    return attachments[0]?.name;
  }

  test('reception opens nothing; the unit opens what is not special', async () => {
    const id = await add();
    expect(await seenBy(id)).toEqual({
      reception: false,
      unit: true,
      clerk: true,
      supervisor: true,
      admin: true,
    });
    expect([await nameFor('reception'), await nameFor('unit')]).toEqual(['', 'rapor.pdf']);
  });

  test('special-category data is for the desk alone, and so is its name', async () => {
    const id = await add({ ...report, name: 'engelli raporu.pdf', isSpecialCategory: true });
    expect(await seenBy(id)).toEqual({
      reception: false,
      unit: false,
      clerk: true,
      supervisor: true,
      admin: true,
    });
    expect([await nameFor('unit'), await nameFor('clerk')]).toEqual(['', 'engelli raporu.pdf']);
    const file = await at('clerk').ok('application.get', { applicationId });
    expect(JSON.stringify(file.timeline)).not.toContain('engelli');
  });

  test('what may tell who informed is kept from the unit', async () => {
    const informed = await at('clerk').ok('application.register', {
      ...anApplication({
        ...{ capacity: 'informant', topicCode: 'illegal_use_report' },
        topicFields: { location: 'Bodrum kat' },
      }),
    });
    const id = await add(report, { kind: 'application', applicationId: informed.applicationId });
    expect(await may(id)('unit')).toBe(false);
    const file = await at('unit').ok('application.get', { applicationId: informed.applicationId });
    expect(JSON.stringify(file.timeline)).not.toContain('rapor.pdf');
  });

  test('reception and unit add and withdraw nothing', async () => {
    const id = await add();
    for (const window of ['reception', 'unit']) {
      expect(await addFile(at(window), target, report)).toMatchObject({ error: { code: 'forbidden' } });
      const withdrawn = await at(window).call('attachment.withdraw', { attachmentId: id, reason: 'x' });
      expect(withdrawn).toMatchObject({ error: { code: 'forbidden' } });
    }
  });

  test('a look is on record, by file', async () => {
    const id = await add();
    await readFile(at('supervisor'), id);
    const looks = await withStore(counter, ({ db }) =>
      db.selectFrom('entries').select('payload').where('type', '=', 'audit.viewed').execute(),
    );
    expect(looks.map(({ payload }) => JSON.parse(payload ?? ''))).toContainEqual({
      subjectKind: 'attachment',
      subjectIds: [id],
      method: 'attachment.read',
    });
  });
});

test('what the store says of files is the same after a rebuild', async () => {
  const kept = await add();
  const gone = await add({ name: 'yanlış.pdf', content: aPdf(20) });
  await at('clerk').ok('attachment.withdraw', { attachmentId: gone, reason: 'Yanlış' });
  const before = await at('clerk').ok('attachment.list', { applicationId });
  await at('admin').ok('system.rebuild', {});
  expect(await at('clerk').ok('attachment.list', { applicationId })).toEqual(before);
  expect(await readFile(at('clerk'), kept)).toMatchObject({ ok: true });
});
