import type { Story } from './story.ts';

export const networkStories: readonly Story[] = [
  {
    topicCode: 'pole_line_relocation',
    weight: 2.5,
    tellings: [
      {
        text: 'Arsasının ortasında kalan {pole} numaralı direğin yol kenarına alınmasını istiyor. Parsel: {parcel}.',
        fields: { asset: 'pole' },
      },
      {
        text: 'İnşaat ruhsatı almış, binanın üzerinden geçen hattın kaldırılmasını talep ediyor.',
        fields: { asset: 'line' },
      },
      {
        text: 'Garaj girişini kapatan panonun yerinin değiştirilmesini istiyor.',
        fields: { asset: 'panel' },
      },
    ],
    answers: [
      'Yerinde keşif yapıldı, deplase bedeli hesaplandı ve bildirildi.',
      'Deplase projesi hazırlandı; bedel yatırıldığında iş programa alınacaktır.',
    ],
    outcomes: ['Deplase işi için keşif yapılmış, bedel ve süre tarafınıza yazılı olarak bildirilmiştir.'],
    refusals: ['Direk, imar yolunda ve projesine uygun olduğundan yer değişikliği uygun görülmemiştir.'],
  },
  {
    topicCode: 'connection_new',
    weight: 6,
    tellings: [
      {
        text: '{parcel} üzerindeki yeni binası için {power} kW bağlantı görüşü istiyor. Yapı ruhsatı sunuldu.',
        fields: { purpose: 'residential' },
      },
      {
        text: 'Dükkân için yeni bağlantı talep ediyor, {power} kW güce ihtiyacı var.',
        fields: { purpose: 'commercial' },
      },
      {
        text: 'Tarlasındaki kuyu için sulama bağlantısı istiyor. DSİ kuyu belgesi eklendi.',
        fields: { purpose: 'irrigation' },
      },
      { text: 'Fabrika ek binası için enerji müsaadesi başvurusu yaptı.', fields: { purpose: 'industrial' } },
    ],
    answers: [
      'Bağlantı görüşü olumludur; en yakın direkten alçak gerilim bağlantısı yapılabilir.',
      'Trafo gücü yeterlidir. Bağlantı anlaşması için davet edilebilir.',
      'Talep edilen güç için trafo değişimi gerekir; bağlantı tarihi görüşte belirtilmiştir.',
    ],
    outcomes: [
      'Bağlantı görüşünüz olumlu sonuçlanmıştır. Bağlantı anlaşması için şubemize gelebilirsiniz.',
      'Bağlantı görüşünüz hazırlanmış ve size yazılı olarak gönderilmiştir.',
    ],
    refusals: ['Yapı kullanma ya da yapı ruhsatı sunulmadığından bağlantı talebiniz karşılanamamıştır.'],
  },
  {
    topicCode: 'connection_power_change',
    weight: 3.5,
    tellings: [
      { text: 'Elektrikli araç şarjı için gücünün {power} kW olmasını istiyor.', fields: { phase: 'three' } },
      {
        text: 'Tek fazdan üç faza geçmek istiyor, evine ısı pompası taktıracak.',
        fields: { phase: 'three' },
      },
      { text: 'İş yerini küçülttüğü için sözleşme gücünün düşürülmesini istiyor.' },
    ],
    answers: [
      'Güç artışı uygundur; kolon hattı projesi tadil edilmelidir.',
      'Güç değişikliği sisteme işlendi.',
    ],
    outcomes: ['Güç değişikliği talebiniz uygun bulunmuştur; proje tadilatı sonrası uygulanacaktır.'],
  },
  {
    topicCode: 'project_approval',
    weight: 3,
    tellings: [
      {
        text: 'Elektrik iç tesisat projesinin onay durumunu soruyor, on gündür beklediğini söylüyor.',
        fields: { step: 'approval' },
      },
      {
        text: 'Tesisat muayenesi için gün istiyor, bina bitmiş, iskân bekliyor.',
        fields: { step: 'inspection' },
      },
      { text: 'Özel trafonun geçici kabulü için randevu talep ediyor.', fields: { step: 'acceptance' } },
    ],
    answers: [
      'Proje incelendi ve onaylandı.',
      'Projede kolon kesiti eksik; düzeltilip yeniden sunulmalıdır.',
      'Muayene yapıldı, tesisat uygundur.',
    ],
    outcomes: [
      'Projeniz onaylanmıştır; bir nüshasını şubemizden alabilirsiniz.',
      'Muayene yapılmış ve tesisat uygun bulunmuştur.',
    ],
    refusals: ['Projedeki eksikler nedeniyle onay verilememiştir; eksik listesi müellife iletilmiştir.'],
  },
  {
    topicCode: 'temporary_connection',
    weight: 2,
    tellings: [
      { text: 'İnşaat için {power} kW şantiye elektriği istiyor, ruhsat ekte.' },
      { text: 'Hafta sonu yapılacak şenlik için üç günlük geçici bağlantı talep ediyor.' },
    ],
    answers: ['Şantiye bağlantısı uygundur; pano ve topraklama hazır olduğunda enerji verilir.'],
    outcomes: ['Geçici bağlantı talebiniz kabul edilmiştir; panonuz hazır olduğunda enerji verilecektir.'],
  },
  {
    topicCode: 'generation_ges',
    weight: 2.5,
    tellings: [
      {
        text: 'Çatısına {power} kW güneş paneli kurmak istiyor, başvuru koşullarını ve sırasını soruyor.',
        fields: { site: 'roof' },
      },
      {
        text: 'Çatı GES başvurusunun neden reddedildiğini öğrenmek istiyor, itiraz ediyor.',
        fields: { site: 'roof' },
      },
      { text: 'Arazi tipi GES için bağlantı kapasitesini soruyor.', fields: { site: 'land' } },
    ],
    answers: ['Trafo kapasitesi uygundur; çağrı mektubu düzenlendi.', 'Trafoda boş kapasite kalmamıştır.'],
    outcomes: ['Lisanssız üretim başvurunuz uygun bulunmuş, çağrı mektubu gönderilmiştir.'],
    refusals: ['Bağlanmak istediğiniz trafoda kapasite bulunmadığından başvurunuz kabul edilememiştir.'],
  },
  {
    topicCode: 'expropriation_land',
    weight: 1.2,
    tellings: [
      { text: '{parcel} üzerindeki tarlasından geçen hat için kamulaştırma bedeli ödenmediğini söylüyor.' },
      { text: 'Direk dikilirken ekili alanı zarar görmüş, {amount} TL ürün bedeli istiyor.' },
    ],
    answers: [
      'Zarar tespiti yapıldı, tutanak düzenlendi; bedel ödenecektir.',
      'Parsel için irtifak hakkı 1998 yılında tesis edilmiştir, bedeli ödenmiştir.',
    ],
    outcomes: ['Tespit edilen ürün zararı tarafınıza ödenecektir.'],
    refusals: ['Taşınmazda irtifak hakkı bulunduğundan yeni bir bedel ödenmesi mümkün değildir.'],
  },
  {
    topicCode: 'asset_transfer',
    weight: 0.6,
    tellings: [
      { text: 'Sitenin özel trafosunu dağıtım şirketine devretmek istiyor, gerekli belgeleri soruyor.' },
    ],
    answers: [
      'Devir için tesis incelendi; eksik olan topraklama raporu istendi.',
      'Trafo devre uygundur, protokol hazırlandı.',
    ],
    outcomes: ['Tesis devri için protokol hazırlanmıştır; imza için şubemize davetlisiniz.'],
  },
  {
    topicCode: 'construction_damage',
    weight: 1.6,
    tellings: [
      { text: '{street} üzerinde kablo kazısından sonra kaldırım düzeltilmemiş, yağmurda çamur oluyor.' },
      { text: 'Kazı sırasında bahçe duvarı yıkılmış, onarılmasını istiyor.' },
    ],
    answers: ['Yüklenici uyarıldı, kaldırım onarıldı.', 'Duvar yüklenici tarafından yeniden örüldü.'],
    outcomes: ['Kazı sonrası bozulan zemin yüklenici tarafından onarılmıştır.'],
  },
];
