import type { Json } from '../ledger/canonical-json.ts';
import type { Entry, Stream } from '../ledger/entry.ts';
import { type EntryType, entryVersion, fact, type PayloadOf } from '../ledger/entry-types.ts';
import { formatStamp } from '../ledger/hybrid-clock.ts';

/** The morning on which the streams of tests begin. */
export const firstMoment = Date.parse('2026-03-10T07:00:00.000Z');

/**
 * Writes entries of one stream as a fold gets them, a second apart in the order of writing. Their place in a
 * log and their hashes, which a fold does not look at, are made up.
 */
export function entryWriter(stream: Stream) {
  let count = 0;

  function unchecked(type: string, payload: Json, version: number = entryVersion): Entry {
    count += 1;
    const millis = firstMoment + count * 1_000;
    return {
      id: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
      log: '00000000-0000-7000-8000-00000000000a',
      seq: count,
      stream,
      type,
      version,
      recordedAt: formatStamp(millis, 0, 'node'),
      at: new Date(millis).toISOString(),
      actor: 'user-1',
      payload,
      salt: '0'.repeat(32),
      payloadDigest: '0'.repeat(64),
      prevHash: '0'.repeat(64),
      hash: '0'.repeat(64),
    };
  }

  return {
    write: <T extends EntryType>(type: T, payload: PayloadOf<T>): Entry =>
      unchecked(type, fact(stream, type, payload).payload),
    /** A type, version or payload that this Banko does not know. */
    unchecked,
  };
}

/** A walk-in's registration; `changes` replace whole members. */
export function aRegistration(
  changes: Partial<PayloadOf<'application.registered'>> = {},
): PayloadOf<'application.registered'> {
  return {
    applicationNo: '26-2026-0100001',
    trackingCode: 'ABCDEFGHJKMN',
    channel: 'solution_point',
    branchCode: '26',
    deskCode: 'B1',
    ticketId: null,
    consumerId: 'consumer-1',
    applicant: {
      kind: 'person',
      name: 'Ayşe Işık',
      identityNo: '10000000146',
      phone: '+905321234567',
      landline: null,
      email: null,
    },
    capacity: 'self',
    capacityEvidence: '',
    identityVerifiedBy: 'identity_card',
    applicationType: 'complaint',
    topicCode: 'outage_frequent',
    topicsVersion: 1,
    topicFields: {},
    description: 'Mahallede her akşam elektrik kesiliyor.',
    installationNo: null,
    premises: null,
    replyChannel: 'telephone',
    dueAt: '2026-04-01T20:59:59.999Z',
    deadlineBasis: 'Tüketici Hizmetleri Yönetmeliği',
    ...changes,
  };
}
