import { fail, failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { personPaper } from '../../../../src-shared/paper/person-export.ts';
import type { PersonExport } from '../../../../src-shared/rules/person-export.ts';
import type { Audit } from '../../audit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Context } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Papers } from '../../ports.ts';
import { streamOf } from '../application/open-application.ts';
import { consumerById } from '../consumer/consumer.repo.ts';
import { senderNow } from '../document/sender.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { applicationsOfPerson, premisesLine } from './export-applications.ts';
import { draftsAbout, foundAt, looksAt, phoneChecksOf } from './export-traces.repo.ts';

export type ExportServices = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly audit: Audit;
  readonly papers: Papers;
};

const topicOfRequests = 'data_subject_request';

/** What the person gets who has applied for it (KVKK md. 11, md. 13): to read, and for a machine. */
export async function exportPerson(
  services: ExportServices,
  context: Context,
  applicationId: string,
): Promise<Result<OutputOf<'person.export'>>> {
  const { db, clock, audit, papers } = services;
  const request = foldApplication(await entriesOfStream(db, streamOf(applicationId)))?.registration;
  if (request === undefined) return fail('not_found');
  if (request.topicCode !== topicOfRequests)
    return failSaying('wrong_state', 'Kişinin verileri yalnız bir KVKK başvurusunun dosyasından verilir.');
  if (request.identityVerifiedBy === 'not_verified')
    return failSaying('wrong_state', 'Başvuranın kimliği doğrulanmamış; kişisel veriler verilmez.');
  const consumer = request.consumerId === null ? undefined : await consumerById(db, request.consumerId);
  if (consumer === undefined)
    return failSaying(
      'wrong_state',
      'Başvuru bir tüketici kartına bağlı değil; kimin verisi olduğu belli değil.',
    );

  const { id, card } = consumer;
  const own = await applicationsOfPerson(services, consumer);
  const ids = [id, ...own.ids];
  const known: PersonExport = {
    format: 'banko.person-export',
    version: 1,
    madeAt: new Date(clock.now()).toISOString(),
    branch: (await readDocument(db, 'branch'))?.name ?? '',
    requestNo: request.applicationNo,
    card: {
      ...card,
      premises: premisesLine(card.premises),
    },
    applications: own.applications,
    phoneChecks: await phoneChecksOf(db, [card.phone, ...own.phones]),
    looks: await looksAt(db, ids, new Date(clock.now() + 1).toISOString()),
    drafts: await draftsAbout(db, [id, card.identityNo]),
    foundInCrmAt: await foundAt(db, id),
    notHere,
  };
  await audit.viewed(context, { subjectKind: 'consumer', subjectIds: [id], method: 'person.export' });
  const name = `kvkk-${request.applicationNo}`;
  const pdf = await papers.pdf(personPaper(await senderNow(services, known.madeAt), known));
  return succeed({
    files: [
      { name: `${name}.pdf`, mediaType: 'application/pdf', base64: Buffer.from(pdf).toString('base64') },
      {
        name: `${name}.json`,
        mediaType: 'application/json',
        base64: Buffer.from(JSON.stringify(known, null, 2)).toString('base64'),
      },
    ],
  });
}

const notHere = [
  'Bu döküm, bu şubenin Banko kayıtlarındandır. CRM’de, faturalama, sayaç okuma ve çağrı merkezi sistemlerinde ve öteki şubelerde bulunanlar ayrıca sorulmalıdır.',
  'Ekli dosyaların kendisi bu dökümde yoktur; her dosyanın adı, boyu ve SHA-256 özeti yazılıdır. Örnekleri ayrıca istenebilir.',
  'Üçüncü kişilerin (ihbarcı, vekil, görevli) verileri çıkarılmıştır.',
];
