import type {
  applicantKinds,
  applicationTypes,
  capacities,
  channels,
  documents,
  noticeMethods,
  outcomeKinds,
  replyChannels,
} from '../ledger/application-entries.ts';
import type { applicationStates } from '../ledger/application-moves.ts';

type WordsOf<T extends readonly string[]> = Readonly<Record<T[number], string>>;

/** What the staff and the teams call the codes of the ledger, in Turkish; a new code does not compile without a word. */
export const channelWords: WordsOf<typeof channels> = {
  solution_point: 'Çözüm noktası',
  face_to_face: 'Yüz yüze',
  written: 'Yazılı',
  info_email: 'Info (e-posta)',
  app: 'Mobil uygulama',
  web: 'Web',
  online: 'Online',
  social_media: 'Sosyal medya',
  whatsapp: 'WhatsApp',
  switchboard: 'Santral',
};

export const capacityWords: WordsOf<typeof capacities> = {
  self: 'Abone / kullanıcı',
  owner: 'Malik',
  tenant: 'Kiracı',
  proxy: 'Vekil',
  company_rep: 'Şirket yetkilisi',
  public_body: 'Kurum yetkilisi',
  legal_guardian: 'Vasi / kayyım',
  parent: 'Veli',
  heir: 'Mirasçı',
  relative: 'Yakını',
  building_manager: 'Apartman / site yöneticisi',
  muhtar: 'Muhtar / belediye',
  electrician: 'Yetkili tesisatçı',
  facility_engineer: 'İşletme sorumlusu',
  informant: 'İhbarcı',
};

export const applicantKindWords: WordsOf<typeof applicantKinds> = {
  person: 'Gerçek kişi',
  company: 'Tüzel kişi',
  public_body: 'Kamu kurumu',
  anonymous: 'Kimliği saklı ihbarcı',
};

export const applicationTypeWords: WordsOf<typeof applicationTypes> = {
  request: 'Talep',
  complaint: 'Şikâyet',
  objection: 'İtiraz',
  report: 'İhbar',
  suggestion: 'Öneri',
  thanks: 'Teşekkür',
  information: 'Bilgi edinme',
  data_subject: 'KVKK başvurusu',
};

export const applicationStatusWords: WordsOf<typeof applicationStates> = {
  registered: 'Kayda alındı',
  routed: 'Ekibe yönlendirildi',
  in_progress_at_team: 'Ekip çalışıyor',
  answered_by_team: 'Ekip yanıtladı',
  returned_to_router: 'Ekip geri gönderdi',
  contacting_customer: 'Başvuru sahibi aranıyor',
  waiting_for_applicant: 'Başvurandan bekleniyor',
  reopened: 'Yeniden açıldı',
  closed: 'Sonuçlandı',
  referred_to_supplier: 'Tedarikçiye yönlendirildi',
  merged_duplicate: 'Birleştirildi',
  cancelled_by_applicant: 'Başvuran vazgeçti',
};

export const outcomeKindWords: WordsOf<typeof outcomeKinds> = {
  resolved: 'Çözüldü',
  rejected: 'Reddedildi',
  informed: 'Bilgi verildi',
  referred_to_supplier: 'Tedarikçiye yönlendirildi',
  merged_duplicate: 'Öbür başvuruyla birleştirildi',
  cancelled_by_applicant: 'Başvuran vazgeçti',
};

export const replyChannelWords: WordsOf<typeof replyChannels> = {
  telephone: 'Telefon',
  email: 'E-posta',
  written: 'Yazılı',
};

/** How it was given, after a comma or a colon. */
export const noticeMethodWords: WordsOf<typeof noticeMethods> = {
  read_on_screen: 'ekranda okutuldu',
  printed: 'basılı verildi',
  read_aloud: 'sesli okundu',
  sent: 'yazılı gönderildi',
};

export const documentWords: WordsOf<typeof documents> = {
  queue_ticket: 'Sıra fişi',
  application_receipt: 'Başvuru alındı fişi',
  meeting_slip: 'Görüşme fişi',
  application_label: 'Dosya etiketi',
  contact_form: 'Tüketici İletişim Formu',
  application_receipt_a4: 'Başvuru Alındı Belgesi (A4)',
  decision_letter: 'Sonuç yazısı',
  shift_report: 'Vardiya raporu',
};
