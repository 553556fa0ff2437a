import type { Waits } from '../rules/ticket-day.ts';
import { formatDate, formatDateTime, formatLongDay, formatNumber, formatTime } from '../text/format.ts';
import { channelWords } from '../text/words.ts';
import type { ApplicationCounts, DayReport, TicketCounts } from './day-report.ts';
import { headOf, type Sender } from './letterhead.ts';
import type { Paper, PaperColumn, PaperSection } from './paper.ts';
import { field, fields, words } from './rows.ts';

/** A day's work of the branch for whoever closes it: counts and times, and of persons only who worked at which desk. */
export function shiftReport(sender: Sender, report: DayReport): Paper {
  return {
    title: `Vardiya Raporu ${formatDate(report.day)}`,
    head: headOf('form', sender),
    mark: null,
    code: null,
    sections: [dayOf(report), queue(report), desks(report), applications(report), messages(report)],
    signatures: [
      { label: 'Vardiya amiri: ad soyad, imza', words: '' },
      { label: 'Teslim alan: ad soyad, imza', words: '' },
    ],
  };
}

function dayOf({ day, madeAt, isRunning, firstAt, lastAt }: DayReport): PaperSection {
  return {
    heading: formatLongDay(day),
    rows: [
      fields(
        field('Açılış (ilk oturum)', 4, timeOf(firstAt)),
        field('Kapanış (son oturum işlemi)', 4, timeOf(lastAt)),
        field('Raporun alındığı an', 4, formatDateTime(madeAt)),
      ),
      ...(isRunning ? [words('Gün bitmeden alındı: sayılar gün içinde değişir.')] : []),
    ],
  };
}

const number = (label: string, width: number): PaperColumn => ({ label, width, isNumber: true });
const text = (label: string, width: number): PaperColumn => ({ label, width, isNumber: false });

function queue({ categories, tickets, meetings }: DayReport): PaperSection {
  return {
    heading: 'Sıra numaraları ve beklemeler',
    rows: [
      {
        kind: 'table',
        columns: [
          text('Kategori', 3),
          number('Verilen', 1),
          number('Çağrılan', 1),
          number('Hizmet alan', 1),
          number('Gelmeyen', 1),
          number('İptal', 0.8),
          number('Çağrılmayan', 1.2),
          number('Ortalama bekleme', 1),
          number('%90’ının beklemesi', 1),
          number('En uzun bekleme', 1),
        ],
        rows: categories.map((category) => ticketCells(category.name, category)),
        total: ticketCells('Toplam', tickets),
      },
      words(
        `Bekleme, numaranın verilmesinden ilk çağrıya kadardır (dakika). Görüşmeye verilen: ${meetings.opened}, biten: ${meetings.ended}.`,
      ),
    ],
  };
}

function ticketCells(name: string, counts: TicketCounts): readonly string[] {
  const { issued, called, served, noShows, cancelled, uncalled, waits } = counts;
  return [
    name,
    ...[issued, called, served, noShows, cancelled, uncalled].map((count) => formatNumber(count)),
    ...waitCells(waits),
  ];
}

function waitCells(waits: Waits | null): readonly string[] {
  return waits === null ? ['–', '–', '–'] : [waits.mean, waits.p90, waits.longest].map(minutes);
}

function minutes(ms: number): string {
  return formatNumber(ms / 60_000, 1);
}

function desks({ desks: rows }: DayReport): PaperSection {
  return {
    heading: 'Bankolar',
    rows: [
      rows.length === 0
        ? words('Bu gün hiçbir bankodan numara çağrılmadı, başvuru alınmadı.')
        : {
            kind: 'table',
            columns: [
              text('Banko', 2),
              text('Görevliler', 4),
              number('Çağrı', 1.2),
              number('Hizmet verilen', 1.6),
              number('Ort. hizmet (dk)', 1.6),
              number('Alınan başvuru', 1.6),
            ],
            rows: rows.map(({ name, staff, calls, served, serviceMs, applications: taken }) => [
              name,
              staff.join(', '),
              formatNumber(calls),
              formatNumber(served),
              serviceMs === null ? '–' : minutes(serviceMs),
              formatNumber(taken),
            ]),
          },
    ],
  };
}

function applications({ channels, applications: all, concluded, overdue }: DayReport): PaperSection {
  return {
    heading: 'Başvurular',
    rows: [
      {
        kind: 'table',
        columns: [
          text('Geliş yolu', 4),
          number('Kayda alınan', 2),
          number('Dağıtım konusu', 2),
          number('Perakende konusu', 2),
          number('Aynı gün sonuçlanan', 2),
        ],
        rows: channels.map((row) => applicationCells(channelWords[row.channel], row)),
        total: applicationCells('Toplam', all),
      },
      fields(
        field('Bugün sonuçlandırılan (hepsi)', 6, formatNumber(concluded)),
        field('Süresi aşılmış açık başvuru', 6, formatNumber(overdue)),
      ),
    ],
  };
}

function applicationCells(name: string, counts: ApplicationCounts): readonly string[] {
  const { registered, dso, retail, concludedSameDay } = counts;
  return [name, ...[registered, dso, retail, concludedSameDay].map((count) => formatNumber(count))];
}

function messages({ sms, prints }: DayReport): PaperSection {
  return {
    heading: 'SMS ve çıktılar',
    rows: [
      fields(
        field('SMS istenen', 2, formatNumber(sms.requested)),
        field('SMS iletilen', 2, formatNumber(sms.delivered)),
        field('SMS iletilemeyen', 3, formatNumber(sms.failed)),
        field('İstenen çıktı', 2, formatNumber(prints.requested)),
        field('Basılamayan çıktı', 3, formatNumber(prints.failed)),
      ),
    ],
  };
}

function timeOf(at: string | null): string {
  return at === null ? '–' : formatTime(at);
}
