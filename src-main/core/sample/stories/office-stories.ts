import type { Story } from './story.ts';

const toSupplier = 'Konu perakende satışla ilgili olduğundan görevli tedarik şirketine başvurmanız gerekir.';

export const officeStories: readonly Story[] = [
  {
    topicCode: 'billing',
    weight: 6,
    tellings: [
      { text: '{period} faturası çok yüksek gelmiş, nedenini soruyor.' },
      { text: 'Faturası adresine gelmiyor, e-posta ile gönderilmesini istiyor.' },
      { text: 'Aynı dönem için iki fatura geldiğini söylüyor.' },
    ],
    answers: [],
    outcomes: [`${toSupplier} Başvuru yolu ve telefon bilgisi verilmiştir.`],
  },
  {
    topicCode: 'debt',
    weight: 4,
    tellings: [
      { text: '{amount} TL borcunu taksitle ödemek istiyor.' },
      { text: 'Ödediği fatura borçlu görünüyor, dekontu gösterdi.' },
    ],
    answers: [],
    outcomes: [`${toSupplier} Ödeme noktaları hakkında bilgi verilmiştir.`],
  },
  {
    topicCode: 'subscription',
    weight: 5,
    tellings: [
      { text: 'Yeni kiraladığı eve abonelik açtırmak istiyor.', fields: { step: 'open' } },
      {
        text: 'Vefat eden babasının üzerindeki aboneliği kendi adına almak istiyor.',
        fields: { step: 'transfer' },
      },
      { text: 'Taşındığı için aboneliğini kapatmak istiyor.', fields: { step: 'close' } },
    ],
    answers: [],
    outcomes: [`${toSupplier} Gerekli belgelerin listesi verilmiştir.`],
  },
  {
    topicCode: 'deposit',
    weight: 1.5,
    tellings: [{ text: 'Aboneliğini kapattı, güvence bedelinin iadesini soruyor.' }],
    answers: [],
    outcomes: [`${toSupplier} İade için gereken belgeler anlatılmıştır.`],
  },
  {
    topicCode: 'tariff_change',
    weight: 1.5,
    tellings: [
      { text: 'Çok zamanlı tarifeye geçmek istiyor.' },
      { text: 'Dükkânı konuta çevirmiş, tarifesinin değişmesini istiyor.' },
    ],
    answers: [],
    outcomes: [toSupplier],
  },
  {
    topicCode: 'veteran_martyr_discount',
    weight: 0.8,
    isPersonal: true,
    tellings: [{ text: 'Gazi indirimi için nereye başvuracağını soruyor, belgesi yanında.' }],
    answers: [],
    outcomes: [`${toSupplier} Belgesiyle birlikte yönlendirilmiştir.`],
  },
  {
    topicCode: 'staff_service',
    weight: 2,
    tellings: [
      { text: 'Arıza ekibinin güler yüzlü ve hızlı çalışmasından dolayı teşekkür ediyor.' },
      { text: 'Telefonda uzun süre bekletildiğinden ve kaba konuşulduğundan şikâyetçi.' },
      { text: 'Şubede sıra göstergesinin daha büyük olmasını öneriyor.' },
    ],
    answers: [
      'Çağrı kaydı dinlendi, personel uyarıldı.',
      'Teşekkür ekibe iletildi.',
      'Öneri değerlendirmeye alındı.',
    ],
    outcomes: ['Görüşünüz ilgili birime iletilmiş ve değerlendirilmiştir. Teşekkür ederiz.'],
  },
  {
    topicCode: 'data_subject_request',
    weight: 0.6,
    isPersonal: true,
    tellings: [
      { text: 'Hangi kişisel verilerinin işlendiğini öğrenmek istiyor.', fields: { right: 'information' } },
      { text: 'Eski telefon numarasının kayıtlardan silinmesini istiyor.', fields: { right: 'erasure' } },
      {
        text: 'Adının yanlış yazıldığını belirtiyor, düzeltilmesini istiyor.',
        fields: { right: 'correction' },
      },
    ],
    answers: ['Talep incelendi, yazılı cevap hazırlandı.', 'Kayıtlar düzeltildi.'],
    outcomes: ['Başvurunuz sonuçlandırılmış, cevap yazısı bildirdiğiniz adrese gönderilmiştir.'],
  },
  {
    topicCode: 'legal_authority',
    weight: 0.8,
    tellings: [
      {
        text: 'Süren davası için {meter} numaralı sayacın tüketim kayıtlarının mahkemeye gönderilmesini istiyor. Müzekkere ekte.',
      },
    ],
    answers: ['İstenen kayıtlar hazırlandı ve mahkemeye gönderildi.'],
    outcomes: ['İstenen bilgi ve belgeler ilgili mercie gönderilmiştir.'],
  },
  {
    topicCode: 'regulator',
    weight: 1.2,
    tellings: [
      {
        text: 'CİMER başvurusu: {neighbourhood} içinde sık kesinti yaşandığı bildirilmiş, cevap isteniyor.',
        fields: { source: 'cimer' },
      },
      { text: 'EPDK yazısı: tüketicinin zarar talebinin sonucu soruluyor.', fields: { source: 'epdk' } },
    ],
    answers: ['Cevap yazısı hazırlandı ve sisteme yüklendi.'],
    outcomes: ['Başvurunuz incelenmiş, sonucu ilgili kuruma bildirilmiştir.'],
  },
  {
    topicCode: 'info_request',
    weight: 6,
    tellings: [
      { text: 'Çalışma saatlerini ve en yakın tüketici hizmetleri merkezini soruyor.' },
      { text: 'Tesisat numarasını öğrenmek istiyor, eski faturası yok.' },
      { text: 'Yeni bağlantı için gereken belgeleri soruyor.' },
      { text: 'Kesinti bilgisini SMS ile almak için ne yapması gerektiğini soruyor.' },
    ],
    answers: ['İstenen bilgi verildi.'],
    outcomes: ['İstediğiniz bilgi verilmiştir.', 'Gerekli belgeler ve başvuru yolu anlatılmıştır.'],
  },
  {
    topicCode: 'other',
    weight: 2,
    tellings: [
      { text: 'Direğe asılan ilanların kaldırılmasını istiyor.' },
      { text: 'Trafo binasının duvarına yazılan yazıların silinmesini talep ediyor.' },
      { text: 'Leylek yuvası bulunan direk için güvenli bir platform yapılmasını öneriyor.' },
    ],
    answers: ['Konu yerinde incelendi, gereği yapıldı.'],
    outcomes: ['Talebiniz incelenmiş ve gereği yapılmıştır.'],
  },
];
