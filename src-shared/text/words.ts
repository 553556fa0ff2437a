import type { applicationTypes, capacities, channels } from '../ledger/application-entries.ts';

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
