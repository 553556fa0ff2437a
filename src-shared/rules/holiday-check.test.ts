import { describe, expect, it } from 'vitest';
import holidayFile from '../../assets/holidays.json' with { type: 'json' };
import type { Holiday } from './calendar.ts';
import { type HolidaysFile, holidaysSchema } from './catalogue.ts';
import { holidayTableFaults, holidayYearTrouble } from './holiday-check.ts';

const shipped = holidaysSchema.parse(holidayFile);
type Table = HolidaysFile['years'][number];

function tableOf(year: number): Table {
  const table = shipped.years.find((known) => known.year === year);
  if (table === undefined) throw new Error(`No table of ${year}`);
  return table;
}

function changed(table: Table, change: (holiday: Holiday) => readonly Holiday[]): Table {
  return { ...table, holidays: table.holidays.flatMap((holiday) => [...change(holiday)]) };
}

function without(table: Table, date: string): Table {
  return changed(table, (holiday) => (holiday.date === date ? [] : [holiday]));
}

describe('a table of holidays', () => {
  it.each(shipped.years)('of $year is what Law 2429 fixes', (table) => {
    expect(holidayTableFaults(table)).toEqual([]);
  });

  it.each([
    ['2026-01-01', '01.01.2026 Yılbaşı yok'],
    ['2026-04-23', '23.04.2026 Ulusal Egemenlik ve Çocuk Bayramı yok'],
    ['2026-05-01', '01.05.2026 Emek ve Dayanışma Günü yok'],
    ['2026-05-19', "19.05.2026 Atatürk'ü Anma, Gençlik ve Spor Bayramı yok"],
    ['2026-07-15', '15.07.2026 Demokrasi ve Millî Birlik Günü yok'],
    ['2026-08-30', '30.08.2026 Zafer Bayramı yok'],
    ['2026-10-28', '28.10.2026 Cumhuriyet Bayramı (öğleden sonra) yok'],
    ['2026-10-29', '29.10.2026 Cumhuriyet Bayramı yok'],
    ['2026-03-19', 'Ramazan Bayramı arife öğleden sonrası ve ardından 3 gün olmalı'],
    ['2026-03-21', 'Ramazan Bayramı arife öğleden sonrası ve ardından 3 gün olmalı'],
    ['2026-05-30', 'Kurban Bayramı arife öğleden sonrası ve ardından 4 gün olmalı'],
  ])('without %s says so', (date, fault) => {
    expect(holidayTableFaults(without(tableOf(2026), date))).toEqual([fault]);
  });

  it('says so where a feast is missing, or a day too long', () => {
    const none = changed(tableOf(2026), (holiday) => (holiday.name.startsWith('Kurban') ? [] : [holiday]));
    expect(holidayTableFaults(none)).toEqual(['Kurban Bayramı yok']);
    const longer = changed(tableOf(2026), (holiday) =>
      holiday.date === '2026-03-22' ? [holiday, { ...holiday, date: '2026-03-23' }] : [holiday],
    );
    expect(holidayTableFaults(longer)).toEqual([
      'Ramazan Bayramı arife öğleden sonrası ve ardından 3 gün olmalı',
    ]);
  });

  it('says so where a public holiday is counted as a working day', () => {
    const counted = changed(tableOf(2026), (holiday) => [
      { ...holiday, affectsDeadline: holiday.date !== '2026-08-30' && holiday.affectsDeadline },
    ]);
    expect(holidayTableFaults(counted)).toEqual(['30.08.2026 Zafer Bayramı yok']);
  });

  it('may count half days either way, and hold other days besides', () => {
    const strict = changed(tableOf(2026), (holiday) => [{ ...holiday, affectsDeadline: true }]);
    const leave = { date: '2026-10-30', name: 'İdari izin', kind: 'administrative_leave' as const };
    expect(
      holidayTableFaults({
        ...strict,
        holidays: [...strict.holidays, { ...leave, affectsDeadline: false }],
      }),
    ).toEqual([]);
  });

  it('takes a feast that began in the year before, and one that comes twice', () => {
    const own = changed(tableOf(2026), (holiday) => (holiday.name.startsWith('Ramazan') ? [] : [holiday]));
    const feast = (date: string, kind: Holiday['kind'] = 'public'): Holiday => ({
      ...{ date, kind, name: `Ramazan Bayramı ${date}` },
      affectsDeadline: kind === 'public',
    });
    const begun = [feast('2026-01-01'), feast('2026-01-02')];
    const again = [
      feast('2026-12-21', 'half_day_pm'),
      ...['22', '23', '24'].map((day) => feast(`2026-12-${day}`)),
    ];
    expect(holidayTableFaults({ ...own, holidays: [...own.holidays, ...begun, ...again] })).toEqual([]);
    expect(holidayTableFaults({ ...own, holidays: [...own.holidays, ...begun, ...again.slice(1)] })).toEqual([
      'Ramazan Bayramı arife öğleden sonrası ve ardından 3 gün olmalı',
    ]);
  });
});

describe('the yearly check', () => {
  const unconfirmed = {
    ...{ year: 2027, kind: 'unconfirmed' },
    sentence: '2027 tatil tablosu kesin değil; dini bayram günleri Diyanet ile doğrulanmalı.',
  };

  it('is content with the shipped table of 2026 up to the end of September, in İstanbul', () => {
    expect(holidayYearTrouble(shipped, '2026-01-01T09:00:00.000Z')).toEqual([]);
    expect(holidayYearTrouble(shipped, '2026-09-30T20:59:59.999Z')).toEqual([]);
  });

  it('asks from 1 October on to confirm the feasts of 2027, and goes on until that is done', () => {
    expect(holidayYearTrouble(shipped, '2026-09-30T21:00:00.000Z')).toEqual([unconfirmed]);
    expect(holidayYearTrouble(shipped, '2027-04-01T09:00:00.000Z')).toEqual([unconfirmed]);
    const confirmed = {
      ...shipped,
      years: shipped.years.map((table) => ({ ...table, confidence: 'high' as const })),
    };
    expect(holidayYearTrouble(confirmed, '2026-10-01T09:00:00.000Z')).toEqual([]);
  });

  it('says which year has no table', () => {
    expect(
      holidayYearTrouble(shipped, '2030-10-01T09:00:00.000Z').map(({ year, kind }) => [year, kind]),
    ).toEqual([
      [2030, 'unconfirmed'],
      [2031, 'missing'],
    ]);
    expect(holidayYearTrouble(shipped, '2031-02-01T09:00:00.000Z')).toEqual([
      {
        ...{ year: 2031, kind: 'missing' },
        sentence:
          '2031 yılının tatil tablosu yok; o yıla uzanan süreler tatilsiz sayılıyor. Tablo eklenmeli.',
      },
    ]);
  });

  it('names what is missing of a table before it asks to confirm it', () => {
    const file = {
      ...shipped,
      years: [tableOf(2026), without(without(tableOf(2027), '2027-05-01'), '2027-03-08')],
    };
    expect(holidayYearTrouble(file, '2026-11-30T09:00:00.000Z')).toEqual([
      {
        ...{ year: 2027, kind: 'incomplete' },
        sentence:
          '2027 tatil tablosu eksik ya da hatalı: 01.05.2027 Emek ve Dayanışma Günü yok; Ramazan Bayramı arife öğleden sonrası ve ardından 3 gün olmalı.',
      },
    ]);
  });
});
