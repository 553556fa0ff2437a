import { randomBytes, randomUUID } from 'node:crypto';
import type { NewEntry } from '../../src-shared/ledger/entry.ts';
import { fact, type PayloadOf } from '../../src-shared/ledger/entry-types.ts';
import { makeTrackingCode, trackingRandomBytes } from '../../src-shared/text/tracking-code.ts';

type Registration = PayloadOf<'application.registered'>;

export function application(id: string = randomUUID()) {
  return { kind: 'application', id };
}

export function registered(
  stream: { kind: string; id: string },
  change: Partial<Registration> = {},
): NewEntry {
  return fact(stream, 'application.registered', {
    applicationNo: '26-2026-0000001',
    trackingCode: makeTrackingCode(randomBytes(trackingRandomBytes)),
    channel: 'solution_point',
    branchCode: '26',
    deskCode: 'M1',
    ticketId: null,
    consumerId: null,
    applicant: {
      kind: 'person',
      name: 'Gülşen Işık',
      identityNo: '10000000146',
      phone: '+905321234567',
      landline: null,
      email: null,
    },
    capacity: 'self',
    capacityEvidence: '',
    identityVerifiedBy: 'identity_card',
    applicationType: 'complaint',
    topicCode: 'street_lighting',
    topicsVersion: 1,
    topicFields: {},
    description: 'Sokağımızdaki üç lamba iki haftadır yanmıyor.',
    installationNo: '1234567890',
    premises: {
      province: 'Eskişehir',
      district: 'Odunpazarı',
      neighbourhood: 'Yenidoğan',
      street: 'Işıklar Sk.',
      doorNo: '7',
    },
    replyChannel: 'telephone',
    dueAt: '2026-03-20T20:59:59.000Z',
    deadlineBasis: 'THY, 15 iş günü',
    ...change,
  });
}

export function routed(stream: { kind: string; id: string }, teamCode = 'AYD', note = ''): NewEntry {
  return fact(stream, 'application.routed', { teamCode, teamName: 'Aydınlatma Ekibi', note });
}

/** Nobody of the team took what that entry had routed to it. */
export function escalated(
  stream: { kind: string; id: string },
  routingId: string,
  teamCode = 'AYD',
): NewEntry {
  const dueAt = '2026-03-03T12:00:00.000Z';
  return fact(stream, 'application.escalated', { routingId, teamCode, dueAt });
}

export function smsRequested(
  stream: { kind: string; id: string },
  smsId: string = randomUUID(),
  change: Partial<PayloadOf<'sms.requested'>> = {},
): NewEntry {
  return fact(stream, 'sms.requested', {
    smsId,
    purpose: 'application_registered',
    to: '+905321234567',
    text: 'Başvurunuz kayda alındı.',
    segments: 1,
    templateVersion: 1,
    ...change,
  });
}

/** As another gateway has reported it. */
export function smsReported(
  stream: { kind: string; id: string },
  smsId: string,
  state: PayloadOf<'sms.reported'>['state'],
): NewEntry {
  return fact(stream, 'sms.reported', { smsId, state, driver: 'eski', detail: 'geçmişten' });
}

export function closed(stream: { kind: string; id: string }): NewEntry {
  return fact(stream, 'application.closed', {
    outcomeKind: 'resolved',
    outcome: 'Lambalar değiştirildi.',
    durableMedium: 'sms',
    satisfaction: 'satisfied',
  });
}

export function consumerRecorded(id: string, change: Partial<PayloadOf<'consumer.recorded'>> = {}): NewEntry {
  return fact({ kind: 'consumer', id }, 'consumer.recorded', {
    kind: 'person',
    name: 'Gülşen Işık',
    identityNo: '10000000146',
    phone: '+905321234567',
    email: null,
    premises: null,
    installations: ['1234567890'],
    ...change,
  });
}
