import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { roles } from '../ledger/other-entries.ts';
import { type MethodDefinition, topics } from './define.ts';
import { errorSentences, fail } from './errors.ts';
import { contract, isMethod } from './index.ts';

const methods: readonly (readonly [string, MethodDefinition])[] = Object.entries(contract);

/** Queries whose answer no announcement makes stale, and why. */
const withoutTopics: Readonly<Record<string, string>> = {
  'printer.find': 'the system and the LAN, which announce nothing; asked for again by whoever searches',
  'draft.load': 'asked for once, before anything is typed',
  'consumer.findInCrm': 'asks the CRM, whose changes are not announced here',
  'branch.find': 'asks the LAN, whose changes are not announced here',
  'audit.search': 'a supervisor asks when they want to know',
  'document.contactForm': 'a paper is asked for when it is wanted',
  'retention.report': 'a paper is asked for when it is wanted',
  'person.export': 'a paper is asked for when it is wanted',
  'attachment.read': 'the bytes of a file never change',
  'system.verifyLedger': 'a person runs it once and reads the result',
};

describe.each(methods)('%s', (name, { kind, input, output, topics: stale, access }) => {
  test('is named noun.verb', () => {
    expect(name).toMatch(/^[a-z]+\.[a-z][a-zA-Z]*$/);
  });

  test('takes and gives JSON alone, so that IPC and HTTP carry the same', () => {
    for (const schema of [input, output])
      expect(z.toJSONSchema(schema, { io: 'input' })).toHaveProperty('$schema');
  });

  test('refuses members that it does not know', () => {
    const parsed = input.safeParse({ stranger: 1 });
    const issues = parsed.error?.issues ?? [];
    expect(issues.find((issue) => issue.code === 'unrecognized_keys')).toMatchObject({ keys: ['stranger'] });
  });

  test('says what makes its answer stale, where it is a query', () => {
    if (kind === 'command') expect(stale).toEqual([]);
    else expect(stale.length > 0).toBe(!Object.hasOwn(withoutTopics, name));
    expect(topics).toEqual(expect.arrayContaining([...stale]));
  });

  test('is open to everybody, to whoever is signed in, or to named roles', () => {
    if (access === 'public' || access === 'signed_in') return;
    expect(access.length).toBeGreaterThan(0);
    expect(roles).toEqual(expect.arrayContaining([...access]));
  });
});

test('what may be called before anybody signed in is this and no more', () => {
  const open = methods.filter(
    ([, { access, audience }]) => access === 'public' && audience.includes('staff'),
  );
  expect(open.map(([name]) => name)).toEqual([
    'system.state',
    'system.connection',
    'system.setUp',
    'system.loadSample',
    'system.sampleUsers',
    'recovery.retry',
    'recovery.restore',
    'recovery.export',
    'session.current',
    'session.signIn',
    'session.signOut',
    'session.lock',
    'session.unlock',
    'branch.find',
    'branch.join',
  ]);
});

test('what screens that nobody signs in to may call is this and no more, and no person needs to be there', () => {
  const forScreens = methods.filter(([, { audience }]) => !audience.includes('staff'));
  expect(forScreens.map(([name, { audience, access }]) => [name, access, ...audience])).toEqual([
    ['display.state', 'public', 'display'],
    ['door.state', 'public', 'door'],
    ['kiosk.state', 'public', 'kiosk'],
    ['kiosk.issue', 'public', 'kiosk'],
    ['kiosk.slip', 'public', 'kiosk'],
    ['visitor.place', 'public', 'visitor'],
  ]);
});

test('names that every object has are not methods', () => {
  expect(['toString', '__proto__', 'constructor', ''].filter(isMethod)).toEqual([]);
});

describe.each(Object.entries(errorSentences))('the sentence of %s', (_, sentence) => {
  test('is a Turkish sentence that ends with a full stop', () => {
    expect(sentence).toMatch(/^[A-ZÇĞİÖŞÜ].*[.]$/u);
    expect(sentence).toMatch(/[çğıöşüÇĞİÖŞÜ]/u);
    expect(sentence).not.toMatch(/hata:|error|\b(the|not|failed|invalid)\b|[—–'"]/iu);
  });
});

test('a refusal carries its code, its sentence and the fields that caused it', () => {
  expect(fail('wrong_pin')).toEqual({ ok: false, error: { code: 'wrong_pin', message: 'PIN yanlış.' } });
  expect(fail('invalid_input', [{ path: 'a.b', message: 'Yanlış.' }])).toEqual({
    ok: false,
    error: {
      code: 'invalid_input',
      message: errorSentences.invalid_input,
      fields: [{ path: 'a.b', message: 'Yanlış.' }],
    },
  });
});
