import { rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attachmentDesk, eventually, report, slice } from '../../../testing/attachment-desk.ts';
import { addFile, readFile, sendSlices } from '../../../testing/attachments.ts';
import { withStore } from '../../../testing/store.ts';

const desk = attachmentDesk();

describe('after the program was cut off', () => {
  test('an upload goes on where it stopped', async () => {
    await sendSlices(desk.at('clerk'), desk.target, report, 2);
    await desk.reopen();
    const { uploads } = await desk.at('clerk').ok('attachment.uploads', { target: desk.target });
    expect(uploads).toMatchObject([{ name: 'rapor.pdf', received: 2 * slice, isWhole: false }]);
    const sent = await sendSlices(desk.at('clerk'), desk.target, report);
    expect(sent).toMatchObject({ ok: true, value: { sent: 1 } });
    const id = await desk.add();
    expect(await readFile(desk.at('clerk'), id)).toEqual({ ok: true, value: report.content });
  });

  test('a slice that the disk did not keep is noticed, and the file can be added again', async () => {
    const sent = await sendSlices(desk.at('clerk'), desk.target, report);
    if (!sent.ok) throw new Error('refused');
    const file = join(desk.counter.dataDir, 'files', `${sent.value.uploadId}.sealed`);
    await desk.reopen(async () => {
      await truncate(file, slice);
      await truncate(file, 3 * slice);
    });
    expect(await addFile(desk.at('clerk'), desk.target, report)).toMatchObject({
      error: { code: 'attachment_broken' },
    });
    expect(await readFile(desk.at('clerk'), await desk.add())).toEqual({ ok: true, value: report.content });
  });

  test('a file that the disk kept as zeros alone is given up, and can be added again', async () => {
    const sent = await sendSlices(desk.at('clerk'), desk.target, report, 2);
    if (!sent.ok) throw new Error('refused');
    const file = join(desk.counter.dataDir, 'files', `${sent.value.uploadId}.sealed`);
    await desk.reopen(async () => {
      await truncate(file, 0);
      await truncate(file, 2 * slice + 200);
    });
    const again = await addFile(desk.at('clerk'), desk.target, report);
    expect(again).toMatchObject({ error: { code: 'attachment_broken' } });
    expect(await readFile(desk.at('clerk'), await desk.add())).toEqual({ ok: true, value: report.content });
  });

  test('between the last byte and the entry, finishing is asked again and done', async () => {
    await sendSlices(desk.at('clerk'), desk.target, report);
    await desk.reopen();
    expect(await readFile(desk.at('clerk'), await desk.add())).toEqual({ ok: true, value: report.content });
  });

  test('bytes that nothing speaks of go after a month, and not before', async () => {
    const stray = join(desk.counter.dataDir, 'files', '01890000-0000-7000-8000-00000000abcd.sealed');
    await desk.add();
    await writeFile(stray, 'x');
    const age = (days: number) => {
      const then = new Date(desk.counter.clock.now() - days * 86_400_000);
      return desk.reopen(() => utimes(stray, then, then));
    };
    await age(29);
    await eventually(async () => expect(await desk.filesOnDisk()).toHaveLength(2));
    await age(31);
    await eventually(async () => expect(await desk.filesOnDisk()).toHaveLength(1));
  });

  test('a half upload is given up after a week', async () => {
    await sendSlices(desk.at('clerk'), desk.target, report, 1);
    desk.counter.clock.advance(8 * 86_400_000);
    await desk.reopen();
    await eventually(async () => expect(await desk.filesOnDisk()).toEqual([]));
    expect((await desk.at('clerk').ok('attachment.uploads', { target: desk.target })).uploads).toEqual([]);
  });

  test('a store from before its files finds them again when their entries are back', async () => {
    const id = await desk.add();
    await desk.counter.core.stop();
    await withStore(desk.counter, async ({ db }) => {
      await db.deleteFrom('attachment_copies').execute();
    });
    await desk.reopen();
    await eventually(async () => {
      const { attachments } = await desk
        .at('clerk')
        .ok('attachment.list', { applicationId: desk.applicationId });
      expect(attachments).toMatchObject([{ id, place: 'waiting' }]);
    });
  });

  test('a file whose bytes are gone is said to be elsewhere', async () => {
    const id = await desk.add();
    await desk.reopen(() => rm(join(desk.counter.dataDir, 'files'), { recursive: true }));
    await eventually(async () => {
      const { attachments } = await desk
        .at('clerk')
        .ok('attachment.list', { applicationId: desk.applicationId });
      expect(attachments).toMatchObject([{ id, place: 'elsewhere' }]);
    });
    expect(await readFile(desk.at('clerk'), id)).toMatchObject({ error: { code: 'attachment_elsewhere' } });
  });

  test('a copy that the disk has spoilt is said to be damaged', async () => {
    const id = await desk.add();
    await desk.reopen(() => truncate(join(desk.counter.dataDir, 'files', `${id}.sealed`), slice));
    expect(await readFile(desk.at('clerk'), id)).toMatchObject({ error: { code: 'attachment_damaged' } });
    const { attachments } = await desk
      .at('clerk')
      .ok('attachment.list', { applicationId: desk.applicationId });
    expect(attachments).toMatchObject([{ id, place: 'damaged' }]);
  });
});
