import type { DestructionState } from '../ledger/reduce-destruction.ts';
import { formatDate, formatDateTime } from '../text/format.ts';
import { periodWords, recordClassWord } from '../text/retention-words.ts';
import { headOf, type Sender } from './letterhead.ts';
import type { Paper, PaperRow, PaperSection } from './paper.ts';

type Report = {
  readonly sender: Sender;
  readonly runNo: string;
  readonly run: DestructionState;
  readonly order: NonNullable<DestructionState['order']>;
  readonly name: (actor: string) => string;
  /** On the PC that makes the paper. */
  readonly erasedAt: string | null;
  readonly compactedAt: string | null;
  readonly copies: { readonly count: number; readonly until: string } | null;
};

/** The destruction report (Silme Yönetmeliği md. 7/3: kept for at least three years). It names nobody whose data it was. */
export function retentionReport({ sender, runNo, run, order, name, ...here }: Report): Paper {
  const { proposal, approvals, takenOut } = run;
  const reason =
    proposal.reason === 'periodic'
      ? 'Periyodik imha (RG 28.10.2017/30224, md. 11)'
      : 'İlgili kişinin silme talebi (6698 sayılı Kanun md. 7 ve md. 11)';
  return {
    title: 'İmha Tutanağı',
    head: headOf('form', sender),
    mark: null,
    code: null,
    sections: [
      {
        heading: 'Tutanak',
        rows: [
          row(['Tutanak no', runNo, 5], ['Gerekçe', reason, 7]),
          row(
            ['Sürelerin hesaplandığı gün', formatDate(proposal.asOf), 4],
            ['İmha emri', formatDateTime(order.at), 4],
            [
              'Bu bilgisayarda silindi',
              here.erasedAt === null ? 'sürüyor' : formatDateTime(here.erasedAt),
              4,
            ],
          ),
        ],
      },
      {
        heading: 'İmha edilen kayıtlar',
        rows: run.proposal.classes.flatMap((item) => classRows(item, order)),
      },
      {
        heading: 'Kimin kararıyla',
        rows: [
          row(['Öneren', `${name(proposal.actor)}, ${formatDateTime(proposal.at)}`, 12]),
          ...approvals.map(({ actor, at }, index) =>
            row([`${index + 1}. onay`, `${name(actor)}, ${formatDateTime(at)}`, 12]),
          ),
        ],
      },
      stayed(run, order, takenOut.size),
      {
        heading: 'Yöntem ve kopyalar',
        rows: [
          words(
            'Kayıtların içeriği ve tuzu silindi; kayıt zinciri özetlerle doğrulanmaya devam eder. Aramadan, listelerden, ekli dosyalardan, yanıt saklarından ve taslaklardan çıkarıldı. Şubenin öteki bilgisayarları ve CRM aynı emri aldığında kendi kopyalarını siler.',
          ),
          words(
            here.compactedAt === null
              ? compacting
              : `Depo ${formatDateTime(here.compactedAt)} tarihinde, silinenler olmadan yeniden yazıldı.`,
          ),
          ...(here.copies === null || here.copies.count === 0
            ? []
            : [
                words(
                  `Bu bilgisayardaki ${here.copies.count} eski yedek, silinen veriyi ${formatDateTime(here.copies.until)} tarihine kadar taşır; o gün kendiliğinden silinir. Daha önce geri yüklenirse imha yeniden uygulanır.`,
                ),
              ]),
        ],
      },
      {
        heading: 'Özetler (SHA-256)',
        rows: [
          row(['Silinen kayıtların özeti', order.entriesDigest, 12]),
          row(['İmha listesinin özeti', order.orderDigest, 12]),
          row(['Defterin başı', `${order.head.log} / ${order.head.seq}`, 12]),
          row(['Defter başının özeti', order.head.hash, 12]),
          words(
            'Elektronik mühür vurulduysa PDF okuyucunun imza bölümünde görünür ve oradan doğrulanır; orada mühür yoksa tutanak aşağıda ıslak imzayla imzalanır. En az üç yıl saklanır.',
          ),
        ],
      },
    ],
    signatures: approvals.map(({ actor }) => ({ label: 'Onaylayan: tarih, imza', words: name(actor) })),
  };
}

const compacting = 'Depo, ilk sakin anda silinenler olmadan yeniden yazılacak.';

function classRows(
  { recordClass, amount, unit, legalBasis }: DestructionState['proposal']['classes'][number],
  order: Report['order'],
): readonly PaperRow[] {
  const count = order.counts.find((item) => item.recordClass === recordClass);
  return [
    row(
      ['Kayıt sınıfı', recordClassWord(recordClass), 4],
      ['Kayıt', String(count?.records ?? 0), 2],
      ['Defter girdisi', String(count?.entries ?? 0), 3],
      ['Saklama süresi', periodWords(amount, unit), 3],
    ),
    row(['Dayanak', legalBasis, 12]),
  ];
}

function stayed({ proposal }: DestructionState, { left }: Report['order'], takenOut: number): PaperSection {
  const held = left.filter(({ why }) => why === 'held').length;
  return {
    heading: 'İmha edilmeyenler',
    rows: [
      row(
        ['Öneriden çıkarılan', String(takenOut), 4],
        ['Muhafaza altına alınan', String(held), 4],
        ['Bu arada değişen', String(left.length - held), 4],
      ),
      ...proposal.kept.map(({ recordClass, count, until }) =>
        words(
          `${recordClassWord(recordClass)}: ${count}; ${
            until === null
              ? 'sonuçlanmamış ya da muhafaza altında'
              : `yasal süresi ${formatDate(until)} tarihinde dolar`
          }.`,
        ),
      ),
    ],
  };
}

function row(...fields: readonly (readonly [label: string, value: string, columns: number])[]): PaperRow {
  return { kind: 'fields', fields: fields.map(([label, value, columns]) => ({ label, value, columns })) };
}

function words(text: string): PaperRow {
  return { kind: 'words', text };
}
