import { surname } from './names.ts';
import type { Random } from './random.ts';
import { wordList } from './word-list.ts';

const trades = wordList(`
  İnşaat, Gıda, Tekstil, Otomotiv, Mobilya, Turizm, Tarım Hayvancılık, Makine, Mermer, Enerji,
  Nakliyat, Ambalaj, Market, Kimya, Seramik, Madencilik, Süt Ürünleri, Yapı Malzemeleri,
  Elektrik Taahhüt, Yem Sanayi, Et Entegre, Kuyumculuk, Petrol Ürünleri, Fırıncılık
`);
const forms = wordList(`
  Ltd. Şti., Ltd. Şti., Ltd. Şti., A.Ş., San. ve Tic. A.Ş.
`);
const firstWords = wordList(`
  Öz, Yeni, Anadolu, Porsuk, Frig, Sakarya, Güneş, Bozdağ, Çınar, Yıldız
`);
const sites = wordList(`
  Çamlık Evleri, Porsuk Konakları, Güneş Apartmanı, Lale Sitesi, Yunus Emre Sitesi,
  Papatya Apartmanı, Vadi Evleri, Bahar Sitesi
`);

export function companyName(random: Random): string {
  if (random.chance(0.2)) return `${random.pick(sites)} Yönetimi`;
  const house = random.chance(0.6) ? pluralOf(surname(random)) : random.pick(firstWords);
  return `${house} ${random.pick(trades)} ${random.pick(forms)}`;
}

/** 'Yılmazlar', 'Öztürkler': the ending follows the last vowel. */
function pluralOf(name: string): string {
  const last = name.toLocaleLowerCase('tr').match(/[aeıioöuü](?=[^aeıioöuü]*$)/)?.[0] ?? 'a';
  return `${name}${'eiöü'.includes(last) ? 'ler' : 'lar'}`;
}

const bodies = wordList(`
  {district} Belediye Başkanlığı, {district} Kaymakamlığı, {district} İlçe Millî Eğitim Müdürlüğü,
  {neighbourhood} Muhtarlığı, {district} Cumhuriyet İlkokulu Müdürlüğü,
  {district} Devlet Hastanesi Başhekimliği, {district} Müftülüğü,
  {district} İlçe Tarım ve Orman Müdürlüğü, {district} Sulama Birliği Başkanlığı
`);

export function publicBodyName(random: Random, district: string, neighbourhood: string): string {
  return random.pick(bodies).replace('{district}', district).replace('{neighbourhood}', neighbourhood);
}
