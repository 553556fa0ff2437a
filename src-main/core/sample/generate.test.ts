import { expect, test } from 'vitest';
import { emptyHead, followChain } from '../../../src-shared/ledger/chain.ts';
import { type Entry, entrySchema } from '../../../src-shared/ledger/entry.ts';
import {
  type EntryType,
  entryTypes,
  isEntryType,
  type PayloadOf,
} from '../../../src-shared/ledger/entry-types.ts';
import { needsEvidence } from '../../../src-shared/rules/capacity.ts';
import { topicFieldErrors } from '../../../src-shared/rules/topic-fields.ts';
import { isTckn, isVkn } from '../../../src-shared/text/identity-number.ts';
import { parsePhone } from '../../../src-shared/text/phone.ts';
import { parseTrackingCode } from '../../../src-shared/text/tracking-code.ts';
import { loadCatalogue } from '../catalogue/catalogue.ts';
import { sha256 } from '../ledger/digest.ts';
import { createApplicationNumbers } from './application-numbers.ts';
import { generateHistory } from './generate.ts';
import type { HistoryOptions, TimedFact } from './history-options.ts';
import { sampleBranch } from './sample-branch.ts';
import { sealHistory } from './seal-history.ts';

const catalogue = loadCatalogue();
const log = '01900000-0000-7000-8000-000000000001';
const options: HistoryOptions = {
  seed: 7,
  ...{ consumers: 500, applications: 900, branch: sampleBranch.branch, desks: sampleBranch.desks },
  workstationNos: [1, 2],
  users: [
    { id: 'u-reception', role: 'reception' },
    { id: 'u-clerk-1', role: 'clerk' },
    { id: 'u-clerk-2', role: 'clerk' },
  ],
  ...{ from: Date.parse('2026-02-01T00:00:00Z'), to: Date.parse('2026-07-22T11:20:00Z') },
  ...{ catalogue, trackingUrl: 'oedas.com.tr/takip' },
};
const history = [...generateHistory(options)];
const entries = sealed(history);

function sealed(facts: readonly TimedFact[]): readonly Entry[] {
  return [...sealHistory(facts, emptyHead(log))];
}

function payloadsOf<T extends EntryType>(type: T): readonly PayloadOf<T>[] {
  return history.flatMap(({ fact }) =>
    fact.type === type ? [entryTypes[type].parse(fact.payload) as PayloadOf<T>] : [],
  );
}

test('the same seed gives the same entries, and another seed gives others', () => {
  expect(sealed([...generateHistory(options)])).toEqual(entries);
  const other = sealed([...generateHistory({ ...options, seed: 8 })]);
  expect(other.at(-1)?.hash).not.toBe(entries.at(-1)?.hash);
});

test('a history has as many applications and people as were asked for', () => {
  expect(payloadsOf('application.registered')).toHaveLength(options.applications);
  const people = new Set(
    history.filter(({ fact }) => fact.stream.kind === 'consumer').map(({ fact }) => fact.stream.id),
  );
  expect(people.size).toBeGreaterThan(options.consumers * 0.97);
  expect(people.size).toBeLessThanOrEqual(options.consumers);
});

test('every entry is well formed, fits the schema of its type, and the chain verifies', () => {
  for (const entry of entries) {
    entrySchema.parse(entry);
    if (!isEntryType(entry.type)) throw new Error(`unknown type ${entry.type}`);
    entryTypes[entry.type].parse(entry.payload);
  }
  const last = entries.at(-1);
  expect(followChain(emptyHead(log), entries, sha256)).toEqual({
    head: { log, seq: entries.length, hash: last?.hash },
  });
});

test('facts come in the order of time and inside the asked span, their stamps in order too', () => {
  const times = history.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Math.min(...times)).toBeGreaterThanOrEqual(options.from);
  expect(Math.max(...times)).toBeLessThanOrEqual(options.to);
  const stamps = entries.map(({ recordedAt }) => recordedAt);
  expect(stamps).toEqual(stamps.toSorted());
});

test('identity numbers, phones and tracking codes are valid, made up and nobody shares them', () => {
  const registrations = payloadsOf('application.registered');
  const owners = new Map<string, string | null>();
  for (const { applicant, consumerId, trackingCode } of registrations) {
    expect(parseTrackingCode(trackingCode)).toBe(trackingCode);
    for (const number of [applicant.identityNo, applicant.phone]) {
      if (number === null) continue;
      expect(owners.get(number) ?? consumerId).toBe(consumerId);
      owners.set(number, consumerId);
    }
    const { identityNo, phone, landline } = applicant;
    if (identityNo !== null)
      expect(
        applicant.kind === 'person'
          ? isTckn(identityNo) && /^90/.test(identityNo)
          : isVkn(identityNo) && /^000/.test(identityNo),
      ).toBe(true);
    if (phone !== null) expect(parsePhone(phone)).toMatchObject({ e164: phone, kind: 'mobile' });
    if (landline !== null) expect(parsePhone(landline)).toMatchObject({ e164: landline, kind: 'landline' });
  }
  const codes = registrations.map(({ trackingCode }) => trackingCode);
  expect(new Set(codes).size).toBe(codes.length);
});

test('no two applications have one number, and numbers of a workstation run without a gap', () => {
  const numbers = payloadsOf('application.registered').map(({ applicationNo }) => applicationNo);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const workstation of ['01', '02']) {
    const running = numbers
      .filter((number) => number.slice(8, 10) === workstation)
      .map((number) => Number(number.slice(10)));
    expect(running).toEqual(running.map((_, index) => index + 1));
  }
});

test('every registration would pass the checks that the program makes of a topic and a capacity', () => {
  for (const registration of payloadsOf('application.registered')) {
    const topic = catalogue.topic(registration.topicCode);
    if (topic === undefined) throw new Error(`unknown topic ${registration.topicCode}`);
    expect({ topic: topic.code, errors: topicFieldErrors(topic, registration.topicFields) }).toEqual({
      topic: topic.code,
      errors: [],
    });
    expect(needsEvidence(registration.capacity) && registration.capacityEvidence === '').toBe(false);
    expect(registration.description).not.toMatch(/[{}]/);
    expect(topic.retiredAt).toBeUndefined();
  }
});

test('every topic in use comes up', () => {
  const seen = new Set(payloadsOf('application.registered').map(({ topicCode }) => topicCode));
  const inUse = catalogue.topics.topics.filter(({ retiredAt }) => retiredAt === undefined);
  expect(inUse.map(({ code }) => code).filter((code) => !seen.has(code))).toEqual([]);
});

test('an outcome that goes by SMS fits one, and no text has an open placeholder', () => {
  for (const { outcome } of payloadsOf('application.closed')) expect(outcome.length).toBeLessThanOrEqual(300);
  for (const { answer } of payloadsOf('team.answered')) expect(answer).not.toMatch(/[{}]/);
});

test('more applications in a year than the workstations have numbers are refused', () => {
  const take = createApplicationNumbers('26', [1]);
  for (let count = 0; count < 90_000; count += 1) take('2026');
  expect(() => take('2026')).toThrow(RangeError);
  expect(take('2027')).toBe('26-2027-0100001');
});
