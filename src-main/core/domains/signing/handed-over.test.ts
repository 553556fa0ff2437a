import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract, type Method } from '../../../../src-shared/contract/index.ts';
import { drawn, signatureShapes } from '../../../../src-shared/testing/signatures.ts';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

const clerk = { window: 'clerk' };
const actId = 'consent_life_support';
let counter: TestCore;
let signingId: string;
let applicationId: string;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
  ({ applicationId } = await counter.ok('application.register', anApplication(), clerk));
  const start = { applicationId, language: 'tr', where: 'this_screen' as const, textCodes: [actId] };
  ({ signingId } = await counter.ok('signing.start', start, clerk));
  await counter.ok('session.lock', {}, clerk);
});
afterEach(() => counter.remove());

test('WR-3: at the clerk’s locked screen a consumer reads, answers and signs', async () => {
  expect(await counter.ok('signing.current', {}, clerk)).toMatchObject({ signingId, stage: 'waiting' });
  await counter.ok('signing.progress', { signingId, actId, readShare: 1 }, clerk);
  await counter.ok('signing.answer', { signingId, actId, answer: 'accepted' }, clerk);
  const signature = drawn(signatureShapes.name);
  expect((await counter.ok('signing.submit', { signingId, signature }, clerk)).consentIds).toHaveLength(1);
  await counter.ok('signing.finish', { signingId }, clerk);
  expect(await counter.ok('signing.current', {}, clerk)).toBeNull();
});

test('nothing else of the staff’s is answered there before the PIN', async () => {
  const methods = Object.keys(contract).filter((name): name is Method => Object.hasOwn(contract, name));
  const staffs = methods.filter((method) => {
    const { access, audience } = contract[method];
    return access !== 'public' && audience.includes('staff') && !audience.includes('signer');
  });
  expect(staffs).toContain('signing.state');
  expect(staffs).toContain('application.get');
  const caller = { audience: 'staff', window: 'clerk' } as const;
  const codes = await Promise.all(
    staffs.map(async (method) => {
      const answer = await counter.core.dispatch(caller, method, {
        commandId: `locked-${method}`,
        input: {},
      });
      return answer.ok ? 'ok' : answer.error.code;
    }),
  );
  expect(new Set(codes)).toEqual(new Set(['locked']));
  await counter.ok('session.unlock', { pin: '1234' }, clerk);
  expect((await counter.ok('signing.state', {}, clerk)).signing).toMatchObject({ signingId, applicationId });
});
