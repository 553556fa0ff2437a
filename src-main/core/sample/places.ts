import type { Premises } from '../../../src-shared/ledger/application-entries.ts';
import { byRank, type Random, weighted } from './random.ts';
import { wordList } from './word-list.ts';

type District = { readonly province: string; readonly district: string; readonly neighbourhood: Draw };
type Draw = (random: Random) => string;

function district(province: string, name: string, neighbourhoods: string): District {
  return { province, district: name, neighbourhood: byRank(wordList(neighbourhoods), 6) };
}

/** The five provinces of the company; most visitors of a branch in Eskişehir live in Eskişehir. */
const districts = weighted<District>([
  [
    district(
      'Eskişehir',
      'Odunpazarı',
      `Büyükdere, Gökmeydan, Emek, 71 Evler, Yenikent, Vişnelik, Kurtuluş, Çankaya, Gündoğdu, Huzur,
       Akarbaşı, Alanönü, Arifiye, Cunudiye, Dede, Deliklitaş, Erenköy, Göztepe, Gültepe, Ihlamurkent,
       İstiklal, Karacaşehir, Karapınar, Kırmızıtoprak, Orhangazi, Orta, Osmangazi, Paşa, Sümer, Şarkiye,
       Yenidoğan, Yıldıztepe, Akçağlan, Karapazar, Sultandere, Kıravdan, Sevinç`,
    ),
    38,
  ],
  [
    district(
      'Eskişehir',
      'Tepebaşı',
      `Batıkent, Şirintepe, Eskibağlar, Bahçelievler, Çamlıca, Uluönder, Sütlüce, Ertuğrulgazi, Yeşiltepe,
       Fevzi Çakmak, Hoşnudiye, Güllük, Esentepe, Şeker, Yenibağlar, Işıklar, Ömerağa, Kumlubel, Tunalı,
       Zafer, Fatih, Merkez Yeni, Mamure, Hayriye, Yaşamkent, Aşağısöğütönü, Muttalip, Keskin, Çukurhisar,
       Satılmışoğlu, Zincirlikuyu, Hasanbey`,
    ),
    34,
  ],
  [
    district(
      'Eskişehir',
      'Sivrihisar',
      'Elmalı, Cumhuriyet, Camikebir, Kubbeli, Gedik, Kurşunlu, Demirci, Nasreddin Hoca, Kaymaz',
    ),
    3,
  ],
  [district('Eskişehir', 'Çifteler', 'Orta, Yeni, Yukarı, Eminekin, Zaferhamit, Dikilikaya, Hayriye'), 2],
  [district('Eskişehir', 'Alpu', 'Fatih, Fevzipaşa, Kemalpaşa, Yeşildon, Osmaniye, Uyuzhamam'), 2],
  [district('Eskişehir', 'Mihalıççık', 'Camikebir, Aydınlar, Ahur, Gürleyik, Yunusemre'), 1.6],
  [district('Eskişehir', 'Seyitgazi', 'Bağlarbaşı, Derebenek, Kırka Fatih, Şükranlı, Yazıdere'), 1.8],
  [district('Eskişehir', 'İnönü', 'İsmetpaşa, Hürriyet, Yenice, Kümbet, Oklubalı'), 1.2],
  [district('Eskişehir', 'Mahmudiye', 'Cumhuriyet, Fahriye, İsmetpaşa, Yeniköy'), 1.2],
  [district('Eskişehir', 'Beylikova', 'Yeşilyurt, Fatih, Halilbağı, Gökçeayva'), 1],
  [district('Eskişehir', 'Sarıcakaya', 'Belediye, Mayıslar, Laçin, İğdir'), 0.8],
  [district('Eskişehir', 'Günyüzü', 'Cumhuriyet, Kayakent, Gecek, Atlas'), 0.8],
  [district('Eskişehir', 'Mihalgazi', 'Demirciler, Sakarıılıca, Bozaniç'), 0.5],
  [district('Eskişehir', 'Han', 'Başara, Hankaraağaç, Yazılıkaya'), 0.4],
  [
    district('Kütahya', 'Merkez', 'Fuatpaşa, Yıldırım Beyazıt, Lala Hüseyin Paşa, Cumhuriyet, Evliya Çelebi'),
    2.2,
  ],
  [district('Kütahya', 'Tavşanlı', 'Yeni, Ömerbey, Subaşı, Moymul'), 1.1],
  [district('Bilecik', 'Merkez', 'Pelitözü, İstiklal, Beşiktaş, Hürriyet, Ertuğrulgazi'), 1.2],
  [district('Bilecik', 'Bozüyük', 'Yeni, Çarşı, Tekke, Kasımpaşa, Yediler'), 1.8],
  [district('Bilecik', 'Söğüt', 'Balaban, Orta, Cumhuriyet'), 0.5],
  [district('Afyonkarahisar', 'Merkez', 'Dumlupınar, Güvenevler, Karaman, Erenler, Selçuklu'), 1.4],
  [district('Afyonkarahisar', 'Emirdağ', 'Cumhuriyet, Yeni, İncili, Kaçerli'), 0.8],
  [district('Uşak', 'Merkez', 'Kemalöz, Cumhuriyet, Ünalan, İslice, Sarayaltı'), 0.9],
  [district('Uşak', 'Banaz', 'Büyükoturak, Kızılcasöğüt, Cumhuriyet'), 0.3],
]);

const streets = byRank(
  wordList(`Atatürk Bulvarı, Cumhuriyet Bulvarı, İsmet İnönü Caddesi, Sakarya Caddesi, Yunus Emre Caddesi,
    Porsuk Bulvarı, Kızılcıklı Mahmut Pehlivan Caddesi, İki Eylül Caddesi, Şehit Serkan Özaydın Caddesi,
    Ali Fuat Güven Caddesi, Üniversite Caddesi, Prof. Dr. Yılmaz Büyükerşen Bulvarı, Hasan Polatkan Bulvarı,
    Basın Şehitleri Caddesi, Mimar Sinan Caddesi, Fatih Sultan Mehmet Caddesi, Gazi Yakup Satar Caddesi,
    Ziya Gökalp Caddesi, Adalet Caddesi, Fabrikalar Caddesi, Kıbrıs Şehitleri Caddesi, Çiçek Sokak,
    Lale Sokak, Menekşe Sokak, Papatya Sokak, Akasya Sokak, Çınar Sokak, Ihlamur Sokak, Söğüt Sokak,
    Çamlık Sokak, Bahar Sokak, Güneş Sokak, Işık Sokak, Yıldız Sokak, Şafak Sokak, Barış Sokak, Huzur Sokak,
    Dostluk Sokak, Kardeşler Sokak, Kuyubaşı Sokak, Değirmen Sokak, Çeşme Sokak, Camii Sokak, Okul Sokak,
    İstasyon Caddesi, Pazar Sokak, Harmanlar Sokak, Bağlar Sokak, Üzüm Sokak, Kiraz Sokak, Ceviz Sokak,
    Fındık Sokak, İğde Sokak, Gelincik Sokak, Zambak Sokak, Orkide Sokak, Yeşilırmak Sokak, Sevgi Sokak,
    Umut Sokak, Zafer Sokak, Gazi Sokak, Şehitler Caddesi, Kartal Sokak, Doğan Sokak, Turna Sokak`),
  20,
);
const heroes = byRank(
  wordList(`Ahmet, Mehmet, Mustafa, Ali, Hasan, Hüseyin, İbrahim, Osman, Yusuf, Ömer, Murat, Kemal, Selim,
    Orhan, Cemal, Nuri, Veli, Bekir, Halil, Salih`),
);
const ranks = wordList('Er, Üsteğmen, Polis, Onbaşı, Astsubay');

function street(random: Random): string {
  const kind = random.next();
  if (kind < 0.7) return streets(random);
  if (kind < 0.9) return `${random.int(100, 2400)}. Sokak`;
  return `Şehit ${heroes(random)} ${random.pick(ranks)} Sokak`;
}

export function premises(random: Random): Premises {
  const place = districts(random);
  const flat = random.chance(0.72) ? `/${random.int(1, 24)}` : '';
  const gate = random.chance(0.08) ? random.pick(['A', 'B', 'C']) : '';
  return {
    province: place.province,
    district: place.district,
    neighbourhood: `${place.neighbourhood(random)} Mahallesi`,
    street: street(random),
    doorNo: `${random.int(1, 148)}${gate}${flat}`,
  };
}

const areaCodes: Readonly<Record<string, string>> = {
  Eskişehir: '222',
  Kütahya: '274',
  Bilecik: '228',
  Afyonkarahisar: '272',
  Uşak: '276',
};

export function areaCodeOf(province: string): string {
  return areaCodes[province] ?? '222';
}
