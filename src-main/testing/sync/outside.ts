import { randomUUID } from 'node:crypto';
import { type MemberWithPassword, saveMember } from '../../../src-crm/access/members.ts';
import { setIntakeBranch } from '../../../src-crm/intake/branches.ts';
import { createTestBrowser } from '../../../src-crm/testing/browser.ts';
import { createIntakeClient, outsideApplication } from '../../../src-crm/testing/intake.ts';
import { createFormVisitor } from '../../../src-crm/testing/web-form.ts';
import type { Central } from './central.ts';

export type FromOutside = { readonly applicationId: string; readonly trackingCode: string };

/** What comes in from outside goes to this branch. */
export function sendOutsideTo(central: Central, branch: string): Promise<void> {
  return setIntakeBranch(central.gateway().db, { province: null, branch });
}

/** Somebody fills the public form. */
export async function applyByWebForm(central: Central): Promise<FromOutside> {
  const visitor = createFormVisitor(central.gateway(), central.advance);
  const { applicationNo, trackingCode } = await visitor.seeTaken(await visitor.fillAndSend());
  const { id } = await central
    .gateway()
    .db.selectFrom('applications')
    .select('id')
    .where('application_no', '=', applicationNo)
    .executeTakeFirstOrThrow();
  return { applicationId: id, trackingCode };
}

/** The company's app registers an application. */
export async function applyByApp(central: Central): Promise<FromOutside> {
  const client = await createIntakeClient(central.gateway(), 'app');
  const { status, body } = await client.register(outsideApplication(), randomUUID());
  if (status !== 200) throw new Error(`The gateway refused: ${JSON.stringify(body)}`);
  return body;
}

/** A member of a team takes and answers an application on the gateway's pages. */
export async function answerOnTeamPage(
  central: Central,
  teamCode: string,
  applicationId: string,
  answer: string,
): Promise<void> {
  const { db, clock } = central.gateway();
  const member: MemberWithPassword = await saveMember(db, clock, {
    ...{ username: `ekip.${teamCode}`, displayName: 'Usta Demir', role: 'team', teamCode },
  });
  const browser = createTestBrowser(central.gateway());
  await browser.signIn(member);
  const page = `/ekip/basvuru/${applicationId}`;
  await browser.get(page);
  for (const [action, fields] of [
    ['uzerine-al', {}],
    ['cevapla', { metin: answer }],
  ] as const) {
    const { status } = await browser.submit(`${page}/${action}`, fields);
    if (status !== 303) throw new Error(`The team page answered ${status} to ${action}`);
  }
}

/** What the public tracking page says. */
export async function trackOnPage(central: Central, trackingCode: string): Promise<string> {
  return (await createTestBrowser(central.gateway()).submit('/takip', { kod: trackingCode })).body;
}
