import { readFile as readRaw } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InputOf } from '../../../../src-shared/contract/index.ts';
import { attachmentLimits } from '../../../../src-shared/rules/attachment.ts';
import { attachmentDesk, eventually, report } from '../../../testing/attachment-desk.ts';
import { addFile, aPdf, readFile, sendSlices } from '../../../testing/attachments.ts';
import { countEntries } from '../../../testing/store.ts';
import { anApplication } from '../../../testing/workplace.ts';

const desk = attachmentDesk();

describe('a file that is added', () => {
  test('is on the application, with who, when, what and where it is, and comes back byte for byte', async () => {
    const id = await desk.add();
    const list = await desk.at('clerk').ok('attachment.list', { applicationId: desk.applicationId });
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
    expect(await readFile(desk.at('clerk'), id)).toEqual({ ok: true, value: report.content });
    const file = await desk.at('clerk').ok('application.get', { applicationId: desk.applicationId });
    expect(file.timeline.at(-1)).toMatchObject({ kind: 'attachment', title: 'Dosya eklendi: rapor.pdf' });
  });

  test('lies on the disk encrypted', async () => {
    await desk.add({ name: 'açık.pdf', content: Buffer.from('%PDF-1.7\nAyşe Işık 10000000146'.padEnd(500)) });
    const [name = ''] = await desk.filesOnDisk();
    const raw = await readRaw(join(desk.counter.dataDir, 'files', name));
    expect(raw.includes('Ayşe') || raw.includes('%PDF')).toBe(false);
  });

  test('gets a name without path and unseen marks', async () => {
    await desk.add({ ...report, name: 'C:\\gizli\\rapor\u202E.pdf' });
    const { attachments } = await desk
      .at('clerk')
      .ok('attachment.list', { applicationId: desk.applicationId });
    expect(attachments.map(({ name }) => name)).toEqual(['rapor.pdf']);
  });

  test('is finished once, however often that is asked', async () => {
    const sent = await sendSlices(desk.at('clerk'), desk.target, report);
    if (!sent.ok) throw new Error('refused');
    const { uploadId } = sent.value;
    const options = { window: 'clerk', commandId: 'bir-kez-bitirilir' };
    const first = await desk.counter.call('attachment.finish', { uploadId }, options);
    expect(await desk.counter.call('attachment.finish', { uploadId }, options)).toEqual(first);
    expect(await desk.at('clerk').call('attachment.finish', { uploadId })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect(
      (await desk.at('clerk').ok('attachment.list', { applicationId: desk.applicationId })).attachments,
    ).toHaveLength(1);
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
    expect(await addFile(desk.at('clerk'), desk.target, file)).toMatchObject({ ok: false, error: { code } });
    expect(await desk.filesOnDisk()).toEqual([]);
    expect(await desk.at('clerk').ok('attachment.uploads', { target: desk.target })).toEqual({ uploads: [] });
  });

  test('a file above the limit, before a byte is sent', async () => {
    const input = {
      target: desk.target,
      name: 'b.pdf',
      sha256: 'a'.repeat(64),
      description: '',
      isSpecialCategory: false,
    };
    const begin = (size: number) => desk.at('clerk').call('attachment.begin', { ...input, size });
    expect(await begin(attachmentLimits.file + 1)).toMatchObject({ error: { code: 'attachment_too_large' } });
    expect(await begin(attachmentLimits.file)).toMatchObject({ ok: true });
  });

  test('more than an application may hold, counting what is on its way', async () => {
    const begin = (at1: number) =>
      desk.at('clerk').call('attachment.begin', {
        ...{ target: desk.target, name: `${at1}.pdf`, description: '', isSpecialCategory: false },
        ...{ size: attachmentLimits.file, sha256: String(at1).repeat(64) },
      });
    for (let file = 1; file <= 5; file += 1) expect(await begin(file)).toMatchObject({ ok: true });
    expect(await begin(6)).toMatchObject({ error: { code: 'attachment_no_room' } });
  });

  test('the same content twice on one application', async () => {
    await desk.add();
    expect(await addFile(desk.at('clerk'), desk.target, { ...report, name: 'kopya.pdf' })).toMatchObject({
      error: { code: 'attachment_twice' },
    });
  });

  test('a slice out of turn, or of the wrong length', async () => {
    const sent = await sendSlices(desk.at('clerk'), desk.target, report, 1);
    if (!sent.ok) throw new Error('refused');
    const chunk = (index: number, bytes: Buffer) =>
      desk.at('clerk').call('attachment.chunk', {
        uploadId: sent.value.uploadId,
        ...{ index, base64: bytes.toString('base64') },
      });
    expect(await chunk(2, Buffer.alloc(77))).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await chunk(1, Buffer.alloc(10))).toMatchObject({ error: { code: 'invalid_input' } });
    expect(await desk.at('clerk').call('attachment.finish', { uploadId: sent.value.uploadId })).toMatchObject(
      {
        error: { code: 'invalid_input' },
      },
    );
  });

  test('anything for an application that is not there', async () => {
    const nowhere = { kind: 'application', applicationId: 'nerede' } as const;
    expect(await addFile(desk.at('clerk'), nowhere, report)).toMatchObject({ error: { code: 'not_found' } });
  });
});

describe('files of a registration that is being written', () => {
  const draftKey = 'taslak-formu';
  const draft = { kind: 'draft', draftKey } as const;
  type Described = NonNullable<InputOf<'application.register'>['files']>['described'];
  const register = (described: Described = []) =>
    desk.at('clerk').call('application.register', anApplication({ files: { draftKey, described } }));
  const uploads = async () => (await desk.at('clerk').ok('attachment.uploads', { target: draft })).uploads;

  test('wait for it, and are on it as they were described from the moment it is registered', async () => {
    const photo = { name: 'foto.pdf', content: aPdf(10) };
    const [first, second] = [await desk.add(report, draft), await desk.add(photo, draft)];
    expect(await uploads()).toMatchObject([
      { uploadId: first, isWhole: true },
      { uploadId: second, isWhole: true },
    ]);
    const said = { description: 'Servis raporu', isSpecialCategory: true };
    const registered = await register([
      { uploadId: first, ...said },
      { uploadId: 'listeden-cikarilmis', ...said },
    ]);
    const applicationId = registered.ok ? registered.value.applicationId : '';
    const { attachments } = await desk.at('admin').ok('attachment.list', { applicationId });
    expect(attachments).toMatchObject([
      { id: second, description: '', addedBy: 'Kişi clerk' },
      { id: first, addedBy: 'Kişi clerk', ...said },
    ]);
    expect(await readFile(desk.at('clerk'), second)).toEqual({ ok: true, value: photo.content });
    expect(await uploads()).toEqual([]);
  });

  test('half of one keeps the whole from being registered, until it is gone on with or dropped', async () => {
    await sendSlices(desk.at('clerk'), draft, report, 0);
    const before = await countEntries(desk.counter);
    const message = `${report.name} yarım kaldı. Aynı dosyayı yeniden seçin ya da listeden çıkarın.`;
    expect(await register()).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'files', message }] },
    });
    expect(await countEntries(desk.counter)).toBe(before);
    for (const { uploadId } of await uploads()) await desk.at('clerk').ok('attachment.abandon', { uploadId });
    expect(await register()).toMatchObject({ ok: true });
  });

  test('can be dropped', async () => {
    const uploadId = await desk.add(report, draft);
    await desk.at('clerk').ok('attachment.abandon', { uploadId });
    expect(await desk.filesOnDisk()).toEqual([]);
    expect(await uploads()).toEqual([]);
  });
});

describe('a file that was added by mistake', () => {
  test('goes from the disk and stays in the history with its reason', async () => {
    desk.counter.core.start();
    const id = await desk.add();
    await desk.at('clerk').ok('attachment.withdraw', { attachmentId: id, reason: 'Başkasının belgesi' });
    await eventually(async () => expect(await desk.filesOnDisk()).toEqual([]));
    const { attachments, room } = await desk
      .at('clerk')
      .ok('attachment.list', { applicationId: desk.applicationId });
    expect(attachments).toMatchObject([
      {
        id,
        canOpen: false,
        canWithdraw: false,
        withdrawal: { by: 'Kişi clerk', reason: 'Başkasının belgesi' },
      },
    ]);
    expect(room).toBe(attachmentLimits.application);
    expect(await readFile(desk.at('clerk'), id)).toMatchObject({ error: { code: 'attachment_withdrawn' } });
    const again = await desk.at('clerk').call('attachment.withdraw', { attachmentId: id, reason: 'Yine' });
    expect(again).toMatchObject({ error: { code: 'attachment_withdrawn' } });
    await desk.add();
  });
});

test('what the store says of files is the same after a rebuild', async () => {
  const kept = await desk.add();
  const gone = await desk.add({ name: 'yanlış.pdf', content: aPdf(20) });
  await desk.at('clerk').ok('attachment.withdraw', { attachmentId: gone, reason: 'Yanlış' });
  const before = await desk.at('clerk').ok('attachment.list', { applicationId: desk.applicationId });
  await desk.at('admin').ok('system.rebuild', {});
  expect(await desk.at('clerk').ok('attachment.list', { applicationId: desk.applicationId })).toEqual(before);
  expect(await readFile(desk.at('clerk'), kept)).toMatchObject({ ok: true });
});
