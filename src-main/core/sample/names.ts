import { byRank, type Random } from './random.ts';
import { wordList } from './word-list.ts';

const women = byRank(
  wordList(`
  Fatma, Ayşe, Emine, Hatice, Zeynep, Elif, Meryem, Şerife, Zehra, Sultan, Hanife, Merve, Havva,
  Zeliha, Esra, Fadime, Özlem, Hacer, Melek, Yasemin, Hülya, Cemile, Sevim, Gülsüm, Leyla, Dilek,
  Büşra, Aysel, Songül, Kübra, Halime, Esma, Aynur, Hayriye, Kadriye, Tuğba, Rabia, Sevgi, Kezban,
  Ebru, Derya, Gönül, Nurcan, Filiz, Sibel, Gamze, Seda, Pınar, Betül, Gülşen, Nazlı, Ceren, Işıl,
  Çiğdem, Nuray, Ümmühan, Döndü, İrem, Ecrin, Tülay, Nermin, Şükran, Ülkü, Müzeyyen, Gülizar, Bahar
`),
);

const men = byRank(
  wordList(`
  Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, İsmail, Osman, Yusuf, Murat, Ömer, Ramazan,
  Halil, Süleyman, Abdullah, Mahmut, Recep, Salih, Fatih, Kadir, Emre, Hakan, Adem, Kemal, Yaşar,
  Bekir, Musa, Metin, Orhan, Burak, Furkan, Serkan, Uğur, Enes, Selim, Cemal, Şaban, Bayram, Erkan,
  Veli, Onur, Turgut, Cengiz, Nuri, İlhan, Gökhan, Volkan, Barış, Tolga, Sinan, Eren, Yiğit, Necati,
  Hamza, Şükrü, Rıza, Ferhat, Levent, Özgür, Ercan, Tuncay, Zeki, Muzaffer, İdris, Çağrı, Oğuz,
  Dursun
`),
);

const surnames = byRank(
  wordList(`
  Yılmaz, Kaya, Demir, Çelik, Şahin, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç,
  Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Özcan, Çakır, Erdoğan, Yavuz, Can,
  Acar, Şen, Aktaş, Güler, Yalçın, Güneş, Bozkurt, Bulut, Keskin, Ünal, Turan, Gül, Özer, Işık,
  Kaplan, Avcı, Sarı, Tekin, Taş, Köse, Yüksel, Ateş, Aksoy, Uysal, Tunç, Coşkun, Gündüz, Bayram,
  Uçar, Karaca, Duman, Karakaya, Ay, Güngör, Soylu, Ceylan, Altun, Tosun, Durmaz, Bayrak, Ergin,
  Karabulut, Dinç, Önal, Şeker, Uyar, Akın, Kocabaş, Özbek, İnce, Gökçe, Sezer, Çiftçi, Demirci,
  Ekinci, Değirmenci, Kuyumcu, Tatar, Akbulut, Erol, Başaran, Çolak, Doğru, Topal, Sönmez, Toprak,
  Kartal, Kahraman, Yaman, Ocak, Eker, Özgül, Türkmen, Altıntaş, Karataş, Gürbüz, Baş, Dağ, Şentürk,
  Kocaman, Alkan, Oral, Üstün, Bilgin, Ertürk, Çam, Pehlivan, Zengin, Ürkmez, Esen, Bilir, Kırca,
  Sakarya, Porsuk, Göktaş
`),
  8,
);

/** One name in seven has two given names, one woman in twelve two surnames. */
export function personName(random: Random): string {
  const isWoman = random.chance(0.46);
  const given = isWoman ? women : men;
  const first = given(random);
  const second = random.chance(0.14) ? given(random) : first;
  const surname = surnames(random);
  const born = isWoman && random.chance(0.08) ? surnames(random) : surname;
  const names = second === first ? [first] : [first, second];
  return [...names, ...(born === surname ? [surname] : [born, surname])].join(' ');
}

export function surname(random: Random): string {
  return surnames(random);
}
