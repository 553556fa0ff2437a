import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Audience } from '../../src-shared/contract/define.ts';
import { contract, type Method } from '../../src-shared/contract/index.ts';
import { roles } from '../../src-shared/ledger/other-entries.ts';
import { makeCore, type TestCore } from '../testing/make-core.ts';
import { countEntries } from '../testing/store.ts';
import { setUp, signInAs } from '../testing/workplace.ts';

const methods = Object.keys(contract).filter((name): name is Method => Object.hasOwn(contract, name));
let counter: TestCore;

beforeAll(async () => {
  counter = await makeCore();
  await setUp(counter);
  for (const role of roles) await signInAs(counter, role);
});
afterAll(() => counter.remove());

let intents = 0;
function send(window: string, method: Method, input: unknown, audience: Audience = 'staff') {
  intents += 1;
  return counter.core.dispatch({ audience, window }, method, {
    commandId: `intent-of-test-${intents}`,
    input,
  });
}

describe.each(roles)('a user of the role %s', (role) => {
  test.each(methods)(
    'is let in to %s, or refused whatever the input, as the contract says',
    async (method) => {
      const { access, audience } = contract[method];
      const isStaffs = audience.includes('staff');
      const isLetIn =
        isStaffs && (access === 'public' || access === 'signed_in' || access.some((known) => known === role));
      const before = await countEntries(counter);
      // Nobody's input, so that whoever is let in is refused for that and changes nothing either.
      const answer = await send(role, method, { stranger: 1 });
      expect(answer).toMatchObject({ ok: false, error: { code: isLetIn ? 'invalid_input' : 'forbidden' } });
      expect(await countEntries(counter)).toBe(before);
    },
  );
});

/** A Turkish sentence that ends as one, or with an example. */
const sentence = /^[A-ZÇĞİÖŞÜ][^—–]*(\.|Örnek: \S[^.]*|Örnek: \S+)$/u;
const english = /\b(invalid|expected|required|must|received|string|number|boolean|object|array|null)\b/i;

/** Text that has broken programs before. */
const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u200b',
  '\u202e',
  "'; drop table entries; --",
  '"*"',
  '%',
  'NEAR(a b)',
  '\uD83D\uDE00'.repeat(50),
  'İıĞğŞş'.repeat(900),
  '1e999',
  '|',
  '../../etc/passwd',
  '__proto__',
);
const junk = fc.oneof(fc.jsonValue({ maxDepth: 2 }), nasty, fc.string({ unit: 'binary' }));

/** Anything, or an object with the right members and anything in them. */
function inputFor(method: Method): fc.Arbitrary<unknown> {
  const { properties = {} } = z.toJSONSchema(contract[method].input, { io: 'input' });
  const shaped = fc.record(Object.fromEntries(Object.keys(properties).map((key) => [key, junk])), {
    requiredKeys: [],
  });
  return fc.oneof(junk, shaped, shaped);
}

describe('junk', () => {
  test.each(methods)('sent to %s is answered in Turkish at its paths, never by a bug', async (method) => {
    const { access, audience } = contract[method];
    const isPublic = access === 'public';
    // Not a window that other calls need signed in.
    const window = isPublic ? 'stranger' : 'admin';
    await fc.assert(
      fc.asyncProperty(inputFor(method), async (input) => {
        const before = await countEntries(counter);
        const answer = await send(window, method, input, audience[0]);
        if (answer.ok) return;
        expect(answer.error.code).not.toBe('internal');
        expect(answer.error.code).not.toBe('store_trouble');
        for (const { message } of answer.error.fields ?? []) {
          expect(message).toMatch(sentence);
          expect(message).not.toMatch(english);
        }
        // A sign-in that was tried and refused is itself something that happened.
        const happened = answer.error.code === 'wrong_credentials' ? 1 : 0;
        expect(await countEntries(counter)).toBe(before + happened);
      }),
      { numRuns: 30 },
    );
  });
});
