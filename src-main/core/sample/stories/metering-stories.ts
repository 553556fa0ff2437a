import type { Story } from './story.ts';

export const meteringStories: readonly Story[] = [
  {
    topicCode: 'meter_fault',
    weight: 7,
    tellings: [
      {
        text: '{meter} numaralı sayacın ekranı görünmüyor, endeks okunamıyor.',
        fields: { fault: 'display' },
      },
      { text: 'Sayaç panosundan yanık kokusu geliyor, klemens kararmış.', fields: { fault: 'burnt' } },
      {
        text: 'Sayaç tüketim kaydetmiyor, fatura sıfır geldi. Sonradan toplu borç çıkmasından çekiniyor.',
        fields: { fault: 'stopped' },
      },
      {
        text: 'Taşındığı evde sayacın mührü kopuk. Sorumlu tutulmamak için bildiriyor.',
        fields: { fault: 'seal' },
      },
      {
        text: 'Apartmanda sayaç panosu değişecek, mühürlerin sökülüp takılmasını istiyor.',
        fields: { fault: 'other' },
      },
    ],
    answers: [
      'Sayaç yenisiyle değiştirildi, eski sayaç laboratuvara gönderildi.',
      'Sayaç yerinde kontrol edildi, mühür yenilendi, tutanak düzenlendi.',
      'Klemens değiştirildi, sayaç sağlamdır.',
    ],
    outcomes: [
      'Sayacınız değiştirilmiş ve mühürlenmiştir.',
      'Sayaç yerinde kontrol edilmiş, mühür yenilenmiştir. Herhangi bir borç doğmamıştır.',
    ],
  },
  {
    topicCode: 'meter_test',
    weight: 3,
    tellings: [
      {
        text: 'Evde kimse yokken fatura yüksek gelmiş, {meter} numaralı sayacın fazla yazdığını düşünüyor. Muayene istiyor.',
      },
      { text: 'Sayacın hızlı çalıştığını söylüyor, laboratuvar raporu talep ediyor.' },
    ],
    answers: [
      'Sayaç laboratuvarda muayene edildi, hata sınırları içindedir. Rapor ektedir.',
      'Muayenede sayacın yüzde 3,1 fazla kaydettiği bulundu; düzeltme için tedarik şirketine bildirildi.',
    ],
    outcomes: [
      'Sayaç muayenesi yapılmış, ölçümün doğru olduğu tespit edilmiştir.',
      'Muayene sonucu tedarik şirketine bildirilmiştir; fark faturanızda düzeltilecektir.',
    ],
  },
  {
    topicCode: 'meter_reading',
    weight: 6,
    tellings: [
      { text: '{period} faturasında okunan endeks sayaçtakinden yüksek. Sayacın fotoğrafını getirdi.' },
      { text: 'Üç aydır sayaç okunmadan tahmini fatura geliyor, gerçek endeksle düzeltilmesini istiyor.' },
      {
        text: 'Endeks yanlış yazılmış, {amount} TL fatura gelmiş. Ödemeden önce düzeltilmesini talep ediyor.',
      },
      { text: 'OSOS verileriyle fatura arasında fark olduğunu söylüyor.' },
    ],
    answers: [
      'Endeks yerinde okundu, hatalı okuma düzeltildi ve tedarik şirketine iletildi.',
      'Okuma doğrudur; fotoğraf ile endeks uyuşmaktadır.',
      'Sayaca erişilemediği için ortalama okunmuştur, yeni okuma yapıldı.',
    ],
    outcomes: [
      'Sayaç endeksi düzeltilmiş ve tedarik şirketine bildirilmiştir.',
      'Yeni okuma yapılmış olup faturanız tedarik şirketince düzeltilecektir.',
    ],
    refusals: ['Okumanın doğru olduğu tespit edildiğinden düzeltme yapılmamıştır.'],
  },
  {
    topicCode: 'disconnect_reconnect',
    weight: 6,
    tellings: [
      {
        text: 'Borcunu {date} günü ödemiş, elektriği hâlâ açılmamış. Evde küçük çocuk var.',
        fields: { requestKind: 'reconnect' },
      },
      {
        text: 'Yazlık evinin elektriğinin kapatılmasını istiyor.',
        fields: { requestKind: 'disconnect', paidAt: '' },
      },
      {
        text: 'Borcu olmadığı hâlde elektriği kesilmiş, komşusunun yerine kesildiğini düşünüyor.',
        fields: { requestKind: 'objection', paidAt: '' },
      },
    ],
    answers: [
      'Enerji açıldı, tutanak düzenlendi.',
      'Kesme, tesisat numarası karışıklığından yapılmıştır; hemen açıldı.',
      'Kesme işlemi yapıldı, son endeks alındı.',
    ],
    outcomes: ['Elektriğiniz açılmıştır.', 'Talebiniz üzerine enerji kesilmiş, son endeks alınmıştır.'],
  },
  {
    topicCode: 'illegal_use_report',
    weight: 2.5,
    tellings: [
      {
        text: '{street} No: {door} adresinde direkten kaçak hat çekildiğini bildiriyor. Adının gizli kalmasını istiyor.',
      },
      { text: 'Sayaca müdahale edildiğini, geceleri ısıtıcıların çalıştığını söylüyor.' },
      { text: 'Kuyudan kaçak elektrikle sulama yapıldığını ihbar ediyor.' },
    ],
    answers: ['Yerinde kontrol yapıldı, tutanak düzenlendi.', 'Kontrol yapıldı, kaçak kullanım bulunmadı.'],
    outcomes: ['İhbarınız değerlendirilmiş ve yerinde gerekli kontrol yapılmıştır.'],
  },
  {
    topicCode: 'illegal_use_objection',
    weight: 2.5,
    tellings: [
      {
        text: 'Kaçak tahakkukuna itiraz ediyor: tutanak tarihinde evde oturmadığını, kira sözleşmesinin sonra başladığını söylüyor.',
      },
      { text: '{amount} TL ek tahakkuk çıkmış, sayacı kendisinin bozmadığını belirtiyor.' },
    ],
    answers: [
      'Tutanak ve kira sözleşmesi incelendi; tahakkuk önceki kullanıcıya çevrildi.',
      'Laboratuvar raporunda müdahale sabittir, tahakkuk yerindedir.',
    ],
    outcomes: ['İtirazınız kabul edilmiş, tahakkuk iptal edilmiştir.'],
    refusals: [
      'Laboratuvar raporuna göre tahakkukun yerinde olduğu anlaşıldığından itirazınız reddedilmiştir.',
    ],
  },
  {
    topicCode: 'life_support',
    weight: 1,
    isPersonal: true,
    tellings: [
      {
        text: 'Evde {device} kullanan hasta var; kesintilerin önceden bildirilmesini istiyor. Rapor sunuldu.',
      },
    ],
    answers: ['Tesisat yaşam destek listesine alındı, bildirim tanımlandı.'],
    outcomes: [
      'Tesisatınız yaşam destek cihazı listesine alınmıştır; planlı kesintiler önceden bildirilecektir.',
    ],
  },
];
