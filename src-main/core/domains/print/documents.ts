import type { PrintLine } from '../../../../src-shared/contract/print.ts';
import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { foldMeeting } from '../../../../src-shared/ledger/reduce-meeting.ts';
import { foldTicket } from '../../../../src-shared/ledger/reduce-ticket.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import { formatDate, formatDateTime } from '../../../../src-shared/text/format.ts';
import { followUrl } from '../../../../src-shared/text/screen-url.ts';
import { formatTrackingCode } from '../../../../src-shared/text/tracking-code.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';
import type { PrintJobKey } from './print.repo.ts';

export type SlipServices = {
  readonly db: Reader;
  readonly catalogue: Catalogue;
  /** Where a phone can follow its number; null while none can come. */
  readonly followBase: () => Promise<string | null>;
};

/** What a slip says, read from the ledger at the moment of printing; undefined where it is gone, and of a sheet. */
export async function linesOf(
  services: SlipServices,
  job: PrintJobKey,
): Promise<readonly PrintLine[] | undefined> {
  const branch = await readDocument(services.db, 'branch');
  const lines = await bodyOf(services, job);
  if (lines === undefined) return undefined;
  if (job.document === 'application_label')
    return [text(headOfLabel(branch, job), { size: 'small' }), ...lines];
  const copy = job.copyNo === 1 ? [] : [text('KOPYA', { bold: true, size: 'large' })];
  const shipped = services.catalogue.organisations.at(-1)?.texts;
  const organisation = (await readDocument(services.db, 'organisation')) ?? shipped;
  return [
    text(organisation?.shortName ?? '', { bold: true, size: 'large' }),
    text(branch?.name ?? ''),
    ...copy,
    ...lines,
  ];
}

function bodyOf(services: SlipServices, job: PrintJobKey): Promise<readonly PrintLine[] | undefined> {
  switch (job.document) {
    case 'queue_ticket':
      return ticketLines(services, job.stream);
    case 'application_receipt':
      return receiptLines(services, job.stream);
    case 'meeting_slip':
      return meetingLines(services, job.stream);
    case 'application_label':
      return labelLines(services, job.stream);
    case 'contact_form':
    case 'application_receipt_a4':
    case 'decision_letter':
    case 'shift_report':
      return Promise.resolve(undefined);
    default:
      return assertNever(job.document);
  }
}

/** Number, service and time; no name, nothing that tells who waits (Board decision 2017/62). */
async function ticketLines(
  { db, followBase }: SlipServices,
  stream: Stream,
): Promise<readonly PrintLine[] | undefined> {
  const ticket = foldTicket(await entriesOfStream(db, stream));
  if (ticket === undefined) return undefined;
  const base = await followBase();
  return [
    { kind: 'rule' },
    text(ticket.label, { size: 'huge', bold: true }),
    text(ticket.categoryName),
    ...(ticket.priority ? [text('Öncelikli', { bold: true })] : []),
    { kind: 'rule' },
    text(formatDateTime(ticket.issuedAt)),
    text('Numaranız ekranda görününce yazan bankoya geliniz.', { size: 'small' }),
    ...(base === null || ticket.followCode === undefined ? [] : followLines(base, ticket.followCode)),
  ];
}

function followLines(base: string, code: string): readonly PrintLine[] {
  return [
    { kind: 'qr', value: followUrl(base, code) },
    text('Sıranızı telefonunuzdan izlemek için karekodu okutun (şubenin kablosuz ağında).', {
      size: 'small',
    }),
  ];
}

/** FF-3: where to go with which number; nothing of the visitor and nothing of the matter. */
async function meetingLines({ db }: SlipServices, stream: Stream): Promise<readonly PrintLine[] | undefined> {
  const meeting = foldMeeting(await entriesOfStream(db, stream));
  if (meeting === undefined) return undefined;
  return [
    text('Görüşme Fişi', { bold: true }),
    { kind: 'rule' },
    text(meeting.ticketLabel, { size: 'huge', bold: true }),
    ...(meeting.room === null ? [] : [text(meeting.room.roomName, { size: 'large', bold: true })]),
    text(meeting.unitName),
    ...(meeting.mode === 'teams' ? [text('Görüşme Teams üzerinden yapılır.')] : []),
    { kind: 'rule' },
    text(formatDateTime(meeting.openedAt)),
    text('Bu fişle odaya gidiniz; kapıdaki ekranda numaranız yazar.', { size: 'small' }),
  ];
}

async function receiptLines(
  { db, catalogue }: SlipServices,
  stream: Stream,
): Promise<readonly PrintLine[] | undefined> {
  const state = foldApplication(await entriesOfStream(db, stream));
  if (state === undefined) return undefined;
  const { registration } = state;
  const policy = await readDocument(db, 'policy');
  return [
    text('Başvuru Alındı Belgesi', { bold: true }),
    { kind: 'rule' },
    text('Başvuru no', { size: 'small' }),
    text(registration.applicationNo, { size: 'large', bold: true }),
    text(formatDateTime(registration.at)),
    text(catalogue.topicLabel(registration.topicCode)),
    text(`Son sonuçlandırma günü: ${formatDate(registration.dueAt)}`),
    { kind: 'rule' },
    text('Takip kodu', { size: 'small' }),
    { kind: 'barcode', value: registration.trackingCode },
    text(formatTrackingCode(registration.trackingCode), { size: 'large', bold: true }),
    text(policy?.trackingUrl ?? ''),
    text('Bu kodu bilen herkes başvurunun durumunu görebilir; kodu saklayınız.', { size: 'small' }),
  ];
}

/** For the folder of a paper file: what it is found by, and nothing of the applicant. */
async function labelLines(
  { db, catalogue }: SlipServices,
  stream: Stream,
): Promise<readonly PrintLine[] | undefined> {
  const state = foldApplication(await entriesOfStream(db, stream));
  if (state === undefined) return undefined;
  const { applicationNo, trackingCode, topicCode, at } = state.registration;
  return [
    text(applicationNo, { size: 'large', bold: true }),
    { kind: 'barcode', value: trackingCode },
    text(formatTrackingCode(trackingCode)),
    text(`${formatDate(at)} · ${catalogue.topicLabel(topicCode)}`, { size: 'small' }),
  ];
}

function headOfLabel(branch: { readonly name: string } | undefined, { copyNo }: PrintJobKey): string {
  return ['OEDAŞ', branch?.name ?? '', ...(copyNo === 1 ? [] : ['KOPYA'])].join(' · ');
}

function text(
  value: string,
  look: Partial<Pick<PrintLine & { kind: 'text' }, 'size' | 'bold'>> = {},
): PrintLine {
  return {
    kind: 'text',
    text: value,
    size: look.size ?? 'normal',
    align: 'center',
    bold: look.bold ?? false,
  };
}
