import { expect } from 'vitest';
import type { InputOf } from '../../../src-shared/contract/index.ts';
import { addFile, aPdf } from '../attachments.ts';
import { makeCore, type TestCore } from '../make-core.ts';
import { anApplication, setUp, signInAgain, signInAs } from '../workplace.ts';

/** Whoever is to be forgotten: nothing of it may be found anywhere afterwards. */
export const forgotten = {
  identityNo: '10000000146',
  name: 'Zülfikar Uçankuş',
  phone: '+905321234567',
  typedPhone: '0532 123 45 67',
  street: 'Unutulmaz Sokağı',
  fileName: 'zulfikar-saglik-raporu.pdf',
  words: 'Zülfikar’ın evindeki cihaz çalışmıyor',
} as const;
export const marksOfForgotten = [
  forgotten.identityNo,
  'Zülfikar',
  'Uçankuş',
  forgotten.phone,
  'Unutulmaz',
  'saglik-raporu',
];

const windows = ['admin', 'clerk', 'supervisor'] as const;

/** A branch with an administrator, a clerk and a supervisor at windows of their names. */
export async function retentionDesk(): Promise<TestCore> {
  const counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  await signInAs(counter, 'supervisor');
  counter.core.start();
  return counter;
}

export const clerk = { window: 'clerk' } as const;
export const supervisor = { window: 'supervisor' } as const;
export const admin = { window: 'admin' } as const;

/** An application of the one to be forgotten, with a paper about their health, closed. */
export async function forgettable(counter: TestCore): Promise<string> {
  const applicationId = await registerAs(counter, {
    applicant: {
      kind: 'person',
      name: forgotten.name,
      identityNo: forgotten.identityNo,
      phone: forgotten.typedPhone,
      landline: null,
      email: null,
    },
    description: forgotten.words,
    premises: {
      province: 'Eskişehir',
      district: 'Odunpazarı',
      neighbourhood: 'Vişnelik Mahallesi',
      street: forgotten.street,
      doorNo: '3',
    },
  });
  const caller = {
    call: ((method, input) => counter.call(method, input, clerk)) as TestCore['call'],
  };
  const added = await addFile(
    caller,
    { kind: 'application', applicationId },
    { name: forgotten.fileName, content: aPdf(300_000), isSpecialCategory: true },
  );
  if (!added.ok) throw new Error('The file was refused');
  await counter.ok('consent.ground', { applicationId, ...legalGround }, clerk);
  await close(counter, applicationId);
  return applicationId;
}

/** Without one special-category data does not let a file be resolved. */
export const legalGround = { basis: 'right', note: 'Hasar talebinin dayanağı.' } as const;

export async function registerAs(
  counter: TestCore,
  changes: Partial<InputOf<'application.register'>>,
): Promise<string> {
  return (await counter.ok('application.register', anApplication(changes), clerk)).applicationId;
}

export async function close(counter: TestCore, applicationId: string): Promise<void> {
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
  await counter.ok(
    'application.close',
    {
      applicationId,
      outcomeKind: 'resolved',
      outcome: 'Giderildi',
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    },
    clerk,
  );
}

/** Time passes with the program closed; everybody signs in again. */
export async function later(counter: TestCore, iso: string): Promise<TestCore> {
  await counter.core.stop();
  counter.clock.set(iso);
  const next = await counter.reopen();
  next.core.start();
  for (const window of windows) await signInAgain(next, window);
  return next;
}

/** The one run that there is, as the screen shows it. */
export async function theRun(counter: TestCore) {
  const [run] = (await counter.ok('retention.state', {}, supervisor)).runs;
  if (run === undefined) throw new Error('No run was proposed');
  return run;
}

export async function proposed(counter: TestCore) {
  const count = async () => (await counter.ok('retention.state', {}, supervisor)).runs.length;
  await expect.poll(count, patience).toBe(1);
  return theRun(counter);
}

export async function approveTwice(counter: TestCore, runId: string): Promise<void> {
  await counter.ok('retention.approve', { runId }, supervisor);
  await counter.ok('retention.approve', { runId }, admin);
}

/** Until this PC has erased, and written its store anew in a minute without work. */
export async function destroyed(counter: TestCore): Promise<void> {
  const state = async () => (await theRun(counter)).state;
  await expect.poll(state, patience).toBe('erased');
  const minuteLater = async () => {
    counter.clock.advance(61_000);
    for (const window of windows) await counter.ok('session.active', {}, { window });
    return state();
  };
  await expect.poll(minuteLater, { ...patience, interval: 250 }).toBe('compacted');
}

const patience = { timeout: 30_000 };
