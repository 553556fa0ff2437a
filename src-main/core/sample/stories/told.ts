import type { Premises } from '../../../../src-shared/ledger/application-entries.ts';
import type { Topic, TopicField } from '../../../../src-shared/rules/catalogue.ts';
import { formatDate, formatTime } from '../../../../src-shared/text/format.ts';
import type { Random } from '../random.ts';
import { wordList } from '../word-list.ts';
import type { Telling } from './story.ts';

/** What one application is about: the words of a telling and the topic's fields speak of the same things. */
export type Matter = ReturnType<typeof matterOf>;

const day = 86_400_000;
const hour = 3_600_000;

const devices =
  wordList(`buzdolabı, televizyon, kombi kartı, çamaşır makinesi, bulaşık makinesi, klima, bilgisayar,
  derin dondurucu, modem, fırın, hidrofor, asansör kartı`);
const lifeSupportDevices = wordList(
  'oksijen konsantratörü, solunum cihazı, ev tipi ventilatör, diyaliz cihazı',
);
const brands = wordList('Anadolu AX-210, Porsuk P5, Yunus Y-40, Frig F12, Bozkır B-300, Sakarya S8');
const months = wordList(
  'Ocak, Şubat, Mart, Nisan, Mayıs, Haziran, Temmuz, Ağustos, Eylül, Ekim, Kasım, Aralık',
);
const engineers = wordList('Elk. Müh. A. Demirtaş, Elk. Müh. S. Kurtoğlu, Elk. Müh. N. Alpay');
const authorities = wordList(
  'Eskişehir 2. Asliye Hukuk Mahkemesi, Eskişehir 4. İcra Dairesi, Eskişehir Cumhuriyet Başsavcılığı',
);
const hours = wordList('akşam saatleri, gece, öğleden sonra, hafta sonu');

export function matterOf(random: Random, topic: Topic, premises: Premises, at: number) {
  const happenedAt = at - random.int(1, 60) * hour - random.int(0, 59) * 60_000;
  const lastMonth = new Date(at - random.int(20, 50) * day);
  return {
    at,
    happenedAt,
    premises,
    device: random.pick(topic.code === 'life_support' ? lifeSupportDevices : devices),
    meter: String(random.int(30_000_000, 89_999_999)),
    pole: `${random.pick(['A', 'B', 'D', 'K'])}${random.int(1, 9)}-${random.int(10, 480)}`,
    amount: String(random.int(4, 240) * 50 + random.int(0, 49)),
    power: String(random.pick([5, 7, 9, 11, 15, 17, 22, 25, 30, 40, 50, 75, 90, 160])),
    period: `${months[lastMonth.getUTCMonth()]} ${lastMonth.getUTCFullYear()}`,
    count: String(random.int(2, 7)),
    parcel: `${random.int(100, 1900)} ada ${random.int(1, 48)} parsel`,
  };
}

export function fill(text: string, matter: Matter): string {
  const happened = new Date(matter.happenedAt).toISOString();
  const { street, neighbourhood, doorNo } = matter.premises;
  const values: Readonly<Record<string, string>> = {
    ...{ street, neighbourhood, door: doorNo.replace(/\/.*/, '') },
    ...{ date: formatDate(happened), time: formatTime(happened) },
    ...{ device: matter.device, meter: matter.meter, pole: matter.pole, amount: matter.amount },
    ...{ power: matter.power, period: matter.period, count: matter.count, parcel: matter.parcel },
  };
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return filled.charAt(0).toLocaleUpperCase('tr') + filled.slice(1);
}

/** Every required field of the topic and most of the others, as the program's own check wants them. */
export function topicFieldsOf(
  random: Random,
  topic: Topic,
  telling: Telling,
  matter: Matter,
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of topic.fields) {
    const told = telling.fields?.[field.key];
    if (told !== undefined) fields[field.key] = told;
    else if (field.required || random.chance(0.55)) fields[field.key] = fieldValueOf(random, field, matter);
  }
  return fields;
}

function fieldValueOf(random: Random, field: TopicField, matter: Matter): string {
  switch (field.kind) {
    case 'text':
      return textOf(random, field.key, matter);
    case 'number':
      return numberOf(random, field.key, matter);
    case 'date':
      return dateOf(random, field.key, matter);
    case 'datetime':
      return new Date(matter.happenedAt + (field.key === 'endedAt' ? 16 * hour : 0)).toISOString();
    case 'phone':
      return '0500 000 00 00';
    case 'choice':
      return field.choices?.[random.int(0, field.choices.length - 1)]?.value ?? '';
  }
}

function textOf(random: Random, key: string, matter: Matter): string {
  const { street, neighbourhood, doorNo } = matter.premises;
  const texts: Readonly<Record<string, string>> = {
    ...{ device: matter.device, brandModel: random.pick(brands), meterNo: matter.meter, poleNo: matter.pole },
    location: `${neighbourhood}, ${street} No: ${doorNo.replace(/\/.*/, '')} önü`,
    ...{ parcel: matter.parcel, invoicePeriod: matter.period, hours: random.pick(hours) },
    ...{ engineer: random.pick(engineers), authority: random.pick(authorities) },
    noticeAddress: `${neighbourhood}, ${street} No: ${doorNo}, ${matter.premises.district}`,
    requestedTariff: random.pick(['Çok zamanlı', 'Tek zamanlı', 'Mesken']),
    ...{
      place: 'Şube',
      reason: 'Tüketim değişmediği hâlde fatura arttı',
      method: 'Direkten doğrudan bağlantı',
    },
  };
  return texts[key] ?? String(random.int(100_000, 999_999));
}

function numberOf(random: Random, key: string, matter: Matter): string {
  if (key === 'amount') return matter.amount;
  if (key === 'requestedPowerKw' || key === 'installedPowerKw') return matter.power;
  if (key === 'meterReading') return String(random.int(900, 48_000));
  return key === 'timesPerWeek' || key === 'poleCount' ? matter.count : String(random.int(3, 60));
}

const aheadOf = new Set(['to', 'from', 'outageDate', 'externalDueAt', 'reportExpiresOn']);

function dateOf(random: Random, key: string, matter: Matter): string {
  const days = aheadOf.has(key) ? random.int(5, 40) + (key === 'to' ? 60 : 0) : -random.int(1, 60);
  return new Date(matter.at + days * day).toISOString().slice(0, 10);
}
