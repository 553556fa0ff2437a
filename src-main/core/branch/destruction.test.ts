import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { addFile, aPdf } from '../../testing/attachments.ts';
import { type BranchOfPcs, openBranchOfPcs } from '../../testing/hub/branch-of-pcs.ts';
import type { TestCore } from '../../testing/make-core.ts';
import { legalGround } from '../../testing/retention/retention-desk.ts';
import { anApplication } from '../../testing/workplace.ts';

let branch: BranchOfPcs;
afterEach(() => branch.remove());

const admin = { window: 'admin' };
const patience = { timeout: 20_000 };

test('what is approved at two PCs is ordered by the hub alone, and each PC erases what it holds', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const secrets = { username: 'ayse', password: 'ayse-parolasi-uzun' };
  const supervisor = { ...secrets, displayName: 'Ayşe Işık', role: 'supervisor', pin: '1234' } as const;
  await hub.ok('user.add', supervisor, admin);
  await vi.waitFor(() => desk.ok('session.signIn', secrets, { window: 'amir' }), patience);

  const { applicationId } = await desk.ok('application.register', anApplication(), admin);
  const target = { kind: 'application', applicationId } as const;
  const caller = { call: ((method, input) => desk.call(method, input, admin)) as TestCore['call'] };
  const file = { name: 'saglik-raporu.pdf', content: aPdf(5_000), isSpecialCategory: true };
  expect(await addFile(caller, target, file)).toMatchObject({ ok: true });
  await desk.ok('consent.ground', { applicationId, ...legalGround }, admin);
  await desk.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, admin);
  const closing = { outcomeKind: 'resolved', outcome: 'Giderildi', durableMedium: 'sms' } as const;
  await desk.ok('application.close', { applicationId, ...closing, satisfaction: 'not_asked' }, admin);
  const { consumerId } = await desk.ok('application.get', { applicationId }, admin);
  const request = await desk.ok(
    'application.register',
    anApplication({
      ...{ consumerId, applicationType: 'data_subject', topicCode: 'data_subject_request' },
      topicFields: { right: 'erasure', noticeAddress: 'Vişnelik Mah. 3', signedBy: 'wet' },
    }),
    admin,
  );
  const asked = { applicationId: request.applicationId };
  await vi.waitFor(() => hub.ok('application.get', asked, admin), patience);

  const { runId } = await desk.ok('retention.proposeForPerson', asked, admin);
  await desk.ok('retention.approve', { runId }, { window: 'amir' });
  const again = await hub.call('retention.approve', { runId }, admin);
  expect(again).toMatchObject({ ok: true });
  for (const pc of [hub, desk])
    await vi.waitFor(async () => {
      const [run] = (await pc.ok('retention.state', {}, admin)).runs;
      expect(run?.state).toBe('erased');
      const { timeline } = await pc.ok('application.get', { applicationId }, admin);
      expect(timeline.map(({ title }) => title)).toContain('İçeriği imha edilmiş kayıt');
    }, patience);
  await vi.waitFor(async () => expect(await readdir(join(desk.dataDir, 'files'))).toEqual([]), patience);
});
