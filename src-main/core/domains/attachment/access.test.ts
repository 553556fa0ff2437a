import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { attachmentDesk, report } from '../../../testing/attachment-desk.ts';
import { addFile, readFile } from '../../../testing/attachments.ts';
import { createRecordingLog } from '../../../testing/recording-log.ts';
import { withStore } from '../../../testing/store.ts';
import { anApplication, signInAs } from '../../../testing/workplace.ts';

const desk = attachmentDesk();

describe('who may see what', () => {
  beforeEach(async () => {
    for (const role of ['reception', 'unit', 'supervisor'] as const) await signInAs(desk.counter, role);
  });

  const may = (id: string) => async (window: string) => (await readFile(desk.at(window), id)).ok;

  async function seenBy(id: string) {
    const windows = ['reception', 'unit', 'clerk', 'supervisor', 'admin'];
    const opened = await Promise.all(windows.map(may(id)));
    return Object.fromEntries(windows.map((window, index) => [window, opened[index]]));
  }

  async function nameFor(window: string) {
    const { attachments } = await desk
      .at(window)
      .ok('attachment.list', { applicationId: desk.applicationId });
    return attachments[0]?.name;
  }

  test('reception opens nothing; the unit opens what is not special', async () => {
    const id = await desk.add();
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
    const id = await desk.add({ ...report, name: 'engelli raporu.pdf', isSpecialCategory: true });
    expect(await seenBy(id)).toEqual({
      reception: false,
      unit: false,
      clerk: true,
      supervisor: true,
      admin: true,
    });
    expect([await nameFor('unit'), await nameFor('clerk')]).toEqual(['', 'engelli raporu.pdf']);
    const file = await desk.at('clerk').ok('application.get', { applicationId: desk.applicationId });
    expect(JSON.stringify(file.timeline)).not.toContain('engelli');
  });

  test('what may tell who informed is kept from the unit', async () => {
    const informed = await desk.at('clerk').ok('application.register', {
      ...anApplication({
        ...{ capacity: 'informant', topicCode: 'illegal_use_report' },
        topicFields: { location: 'Bodrum kat' },
      }),
    });
    const id = await desk.add(report, { kind: 'application', applicationId: informed.applicationId });
    expect(await may(id)('unit')).toBe(false);
    const file = await desk.at('unit').ok('application.get', { applicationId: informed.applicationId });
    expect(JSON.stringify(file.timeline)).not.toContain('rapor.pdf');
  });

  test('reception and unit add and withdraw nothing', async () => {
    const id = await desk.add();
    for (const window of ['reception', 'unit']) {
      expect(await addFile(desk.at(window), desk.target, report)).toMatchObject({
        error: { code: 'forbidden' },
      });
      const withdrawn = await desk.at(window).call('attachment.withdraw', { attachmentId: id, reason: 'x' });
      expect(withdrawn).toMatchObject({ error: { code: 'forbidden' } });
    }
  });

  test('a look is on record, by file', async () => {
    const id = await desk.add();
    await readFile(desk.at('supervisor'), id);
    const looks = await withStore(desk.counter, ({ db }) =>
      db.selectFrom('entries').select('payload').where('type', '=', 'audit.viewed').execute(),
    );
    expect(looks.map(({ payload }) => JSON.parse(payload ?? ''))).toContainEqual({
      subjectKind: 'attachment',
      subjectIds: [id],
      method: 'attachment.read',
    });
  });
});

test('no log line says how a file is called or what it is', async () => {
  const { log, lines } = createRecordingLog();
  await desk.reopen(async () => {}, { log });
  const file = { ...report, name: 'sağlık raporu.pdf', description: 'Kalp hastalığı' };
  const id = await desk.add(file);
  await addFile(desk.at('clerk'), desk.target, { ...file, name: 'sağlık.exe' });
  await desk.reopen(() => truncate(join(desk.counter.dataDir, 'files', `${id}.sealed`), 100), { log });
  await readFile(desk.at('clerk'), id);
  await desk.at('clerk').ok('attachment.withdraw', { attachmentId: id, reason: 'Kalp hastası değil' });
  const said = JSON.stringify(lines);
  expect(said).toContain('attachment.withdraw');
  expect(said).not.toMatch(/sağlık|kalp/i);
});
