import type { Story } from './story.ts';

export const outageStories: readonly Story[] = [
  {
    topicCode: 'outage_fault',
    weight: 13,
    tellings: [
      {
        text: 'Saat {time} itibarıyla evde elektrik yok, komşularda var. Sigortalar sağlam, sayaçta ışık yanmıyor.',
        fields: { scope: 'premises' },
      },
      {
        text: '{street} boyunca saat {time} sularından beri elektrik yok. 186 arandı, ekip gönderileceği söylendi, gelen olmadı.',
        fields: { scope: 'street' },
      },
      {
        text: '{neighbourhood} genelinde elektrik kesik. Evde yaşlı hasta var, acele bilgi istiyor.',
        fields: { scope: 'neighbourhood' },
      },
      {
        text: 'Üç fazdan biri gitti, kombi ve asansör çalışmıyor. Bina yöneticisi adına aradı.',
        fields: { scope: 'premises' },
      },
      {
        text: 'Patlama sesinden sonra sokak karanlıkta kaldı. Trafodan duman çıktığını söylüyor.',
        fields: { scope: 'street' },
      },
    ],
    answers: [
      'Ekip sevk edildi. {street} üzerindeki saha dağıtım kutusunda yanan sigorta değiştirildi, enerji verildi.',
      'Alçak gerilim kablosunda arıza bulundu, ek yapılarak giderildi. Enerji saat {time} itibarıyla normaldir.',
      'Arıza abonenin iç tesisatındadır; kolon hattındaki gevşek bağlantı için elektrikçi çağırması gerekir.',
      'Trafo merkezinde atan kesici devreye alındı, bölgenin enerjisi verildi.',
    ],
    outcomes: [
      'Arıza ekibimizce giderilmiş, enerji verilmiştir.',
      'Şebekedeki arıza onarılmış olup elektriğiniz verilmiştir. Yaşanan aksaklık için özür dileriz.',
      'Arızanın iç tesisattan kaynaklandığı tespit edilmiştir. Yetkili bir elektrikçiye başvurmanız gerekir.',
    ],
  },
  {
    topicCode: 'outage_planned',
    weight: 4,
    tellings: [
      {
        text: 'Yarın yapılacak bakım kesintisinin saatlerini öğrenmek istiyor, iş yerinde soğuk hava deposu var.',
        fields: { wasNotified: 'yes' },
      },
      {
        text: 'Mesaj gelmeden elektrik kesilmiş. Planlı kesintilerin neden önceden bildirilmediğini soruyor.',
        fields: { wasNotified: 'no' },
      },
      {
        text: 'Planlı kesinti belirtilen saatten iki saat sonra bitmiş. Bundan sonra saate uyulmasını istiyor.',
      },
    ],
    answers: [
      'Belirtilen tarihte bakım çalışması planlıdır; duyuru internet sitesinde ve SMS ile yapılmıştır.',
      'Çalışma, eski direğin sökümü uzadığı için gecikmeyle bitmiştir. Bölge listesi güncellendi.',
    ],
    outcomes: [
      'Planlı çalışmanın gün ve saatleri tarafınıza bildirilmiştir.',
      'Bildirim listenizdeki iletişim bilgileriniz güncellenmiştir; planlı kesintiler SMS ile bildirilecektir.',
    ],
  },
  {
    topicCode: 'outage_frequent',
    weight: 5,
    tellings: [
      {
        text: 'Haftada en az {count} kez elektrik gidip geliyor. Buzdolabının kartı değişti, tekrar yanmasından korkuyor.',
      },
      { text: '{neighbourhood} içinde rüzgâr estikçe kesinti oluyor. Kalıcı çözüm istiyor.' },
      {
        text: 'Sulama zamanı her gün öğleden sonra kesinti yaşanıyor, motorlar duruyor, ürün zarar görüyor.',
      },
      { text: 'Kısa süreli kesintiler yüzünden evden çalışamadığını söylüyor, modem sürekli kapanıyor.' },
    ],
    answers: [
      'Son üç ayın kesinti kayıtları incelendi. Fider üzerindeki gevşek bağlantılar sıkılmış, ağaç teması giderilmiştir.',
      'Bölgedeki havai hat yatırım programına alınmıştır. Geçici olarak izolatörler değiştirildi.',
    ],
    outcomes: [
      'Hattınızda bakım yapılmış, kesintilere yol açan ağaç teması giderilmiştir.',
      'Bölgenizdeki hat yenileme işi yatırım programına alınmıştır; bu sürede geçici önlemler uygulanmaktadır.',
    ],
  },
  {
    topicCode: 'outage_compensation',
    weight: 2.5,
    tellings: [
      { text: '{date} günü on altı saati aşan kesinti için tazminat istiyor.', fields: { kind: 'long' } },
      {
        text: 'Yıllık kesinti tazminatının faturasına neden yansımadığını soruyor.',
        fields: { kind: 'yearly' },
      },
    ],
    answers: [
      'Kesinti süresi kayıtlardan doğrulandı; tazminat bir sonraki faturada mahsup edilecektir.',
      'Kesinti, mücbir sebep kapsamında kaldığından tazminat doğmamıştır.',
    ],
    outcomes: ['Tazminat tutarınız bir sonraki faturanızdan mahsup edilecektir.'],
    refusals: ['Kesinti mücbir sebep kapsamında değerlendirildiğinden tazminat koşulları oluşmamıştır.'],
  },
  {
    topicCode: 'voltage_quality',
    weight: 4,
    tellings: [
      {
        text: 'Akşamları ışıklar titriyor, klima çalışmıyor. Gerilimin düşük olduğunu söylüyor.',
        fields: { problem: 'low' },
      },
      {
        text: 'Ampuller sık sık patlıyor, voltaj yüksek geliyor. Ölçüm yapılmasını istiyor.',
        fields: { problem: 'high' },
      },
      {
        text: 'Komşudaki kaynak atölyesi çalışınca evde gerilim dalgalanıyor.',
        fields: { problem: 'fluctuation' },
      },
      { text: 'Su motoru düşük voltajdan yol almıyor, bahçe sulanamıyor.', fields: { problem: 'low' } },
    ],
    answers: [
      'Kayıt cihazı bir hafta bağlı kaldı; gerilim sınırlar içindedir. Rapor ektedir.',
      'Trafo kademesi yükseltildi, hat sonu gerilimi 221 V olarak ölçüldü.',
      'Nötr iletkenindeki gevşeklik giderildi, ölçümler normaldir.',
    ],
    outcomes: [
      'Gerilim ölçümü yapılmış, trafo kademesi ayarlanarak sorun giderilmiştir.',
      'Ölçüm sonucunda gerilimin yönetmelik sınırları içinde olduğu tespit edilmiştir.',
    ],
  },
  {
    topicCode: 'equipment_damage',
    weight: 4,
    tellings: [
      {
        text: '{date} günü saat {time} sularındaki gerilim yükselmesinde {device} yanmış. Servis raporu ve fatura sunuldu. {amount} TL zararının karşılanmasını istiyor.',
        fields: { hasInvoice: 'yes', hasServiceReport: 'yes' },
      },
      {
        text: 'Elektrik gidip gelince {device} bozulmuş. Servis raporunu sonra getirecek.',
        fields: { hasServiceReport: 'no' },
      },
      {
        text: 'Nötr kopması sonucu evdeki {device} ve birkaç cihaz birlikte yanmış. Komşuları da aynı gün başvurmuş.',
      },
    ],
    answers: [
      'Olay günü ve saatinde fiderde geçici arıza kaydı vardır. Rapor uygundur; onarım bedelinin ödenmesi onaylandı.',
      'Belirtilen gün ve saatte şebekede kayıtlı bir olay bulunmamıştır. Talep uygun görülmemiştir.',
    ],
    outcomes: ['Zarar başvurunuz kabul edilmiştir; onarım bedeli bildirdiğiniz hesaba ödenecektir.'],
    refusals: [
      'Belirtilen tarihte şebeke kaynaklı bir olay tespit edilemediğinden talebiniz karşılanamamıştır.',
    ],
  },
  {
    topicCode: 'hazard',
    weight: 2,
    tellings: [
      {
        text: '{street} üzerinde tel kopmuş, yere sarkıyor. Çocuklar yakınında oynuyor.',
        fields: { danger: 'wire' },
      },
      { text: 'Kaldırımdaki elektrik panosunun kapağı açık, içi görünüyor.', fields: { danger: 'panel' } },
      {
        text: 'Araç çarpması sonucu {pole} numaralı direk eğilmiş, devrilme tehlikesi var.',
        fields: { danger: 'pole' },
      },
      { text: 'Trafo binasının kapısı kırık, içeri hayvan girebiliyor.', fields: { danger: 'transformer' } },
    ],
    answers: [
      'Ekip yerinde güvenliği sağladı, kopan iletken onarıldı.',
      'Pano kapağı kilitlendi, uyarı levhası yenilendi.',
      'Eğik direk askıya alındı, değişim işi açıldı.',
    ],
    outcomes: [
      'Bildirdiğiniz tehlikeli durum ekibimizce giderilmiştir. Duyarlılığınız için teşekkür ederiz.',
    ],
  },
  {
    topicCode: 'street_lighting',
    weight: 9,
    tellings: [
      {
        text: '{street} üzerinde {count} direğin lambası yanmıyor, gece yürümek tehlikeli.',
        fields: { fault: 'several' },
      },
      {
        text: 'Evin önündeki {pole} numaralı direğin lambası iki haftadır yanmıyor.',
        fields: { fault: 'off' },
      },
      { text: 'Sokak lambaları gündüz de yanıyor, israf oluyor.', fields: { fault: 'daytime' } },
      { text: 'Park girişindeki lamba sürekli yanıp sönüyor.', fields: { fault: 'flicker' } },
      { text: 'Lambanın camı kırık, kablosu sarkıyor.', fields: { fault: 'broken' } },
    ],
    answers: [
      'Yanmayan armatürler değiştirildi, hat kontrol edildi.',
      'Fotosel arızası giderildi, aydınlatma saatleri düzeldi.',
      'Aydınlatma kablosundaki kopukluk onarıldı.',
    ],
    outcomes: [
      'Bildirdiğiniz aydınlatma arızası giderilmiştir.',
      'Arızalı armatürler değiştirilmiş, sokak aydınlatması çalışır duruma getirilmiştir.',
    ],
  },
  {
    topicCode: 'street_lighting_new',
    weight: 2.5,
    tellings: [
      {
        text: '{street} sonunda hiç aydınlatma yok. {count} adet direk ve lamba istiyor, mahalleli adına dilekçe verdi.',
      },
      { text: 'Yeni açılan yolda aydınlatma bulunmuyor, okul servisleri karanlıkta bekliyor.' },
    ],
    answers: [
      'Keşif yapıldı; imar yolu olduğu için talep yatırım planına alındı.',
      'Belirtilen yer imar planında park alanıdır; belediyenin talebi gerekir.',
    ],
    outcomes: ['Talebiniz yerinde incelenmiş ve yatırım planına alınmıştır.'],
    refusals: ['Belirtilen yer için ilgili belediyenin talebi gerektiğinden işlem yapılamamıştır.'],
  },
  {
    topicCode: 'tree_trimming',
    weight: 3,
    tellings: [
      {
        text: '{street} No: {door} önündeki çam ağacının dalları tellere değiyor, rüzgârda kıvılcım çıkıyor.',
        fields: { touchesLine: 'yes' },
      },
      {
        text: 'Ağaç dalları hatta yaklaşmış, kesinti olmadan budanmasını istiyor.',
        fields: { touchesLine: 'no' },
      },
    ],
    answers: [
      'Budama yapıldı, hat emniyet mesafesi sağlandı.',
      'Ağaç özel mülkte olduğundan malik izniyle budandı.',
    ],
    outcomes: ['Hatta yaklaşan dallar budanmış, emniyet mesafesi sağlanmıştır.'],
  },
];
