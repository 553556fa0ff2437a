import { z } from 'zod';

/** Everything that a user can cause, with the sentence that tells them so. `invalid_input` adds its fields. */
export const errorSentences = {
  invalid_input: 'Bazı alanlar düzeltilmeli.',
  unknown_method: 'Program bu işlemi tanımıyor. Sürümler farklı olabilir; Banko’yu yeniden başlatın.',
  already_set_up: 'Bu iş yeri zaten kurulmuş; kurulum bir kez yapılır.',
  not_signed_in: 'Oturum açık değil. Kullanıcı adı ve parolanızla giriş yapın.',
  locked: 'Ekran kilitli. Devam etmek için PIN’inizi yazın.',
  wrong_credentials: 'Kullanıcı adı ya da parola yanlış.',
  wrong_pin: 'PIN yanlış.',
  too_many_attempts: 'Çok sayıda yanlış deneme yapıldı. Birkaç dakika bekleyip yeniden deneyin.',
  forbidden: 'Bu işlem için yetkiniz yok. Gerekiyorsa amirinize başvurun.',
  not_found: 'Aranan kayıt bulunamadı.',
  command_reused: 'Bu işlem kimliği başka bir işlemde kullanıldı. Ekranı yenileyip yeniden deneyin.',
  queue_empty: 'Bekleyen sıra numarası yok.',
  daily_limit: 'Bu kategoride bugünkü numaralar tükendi.',
  category_closed: 'Bu kategoride şu anda numara verilmiyor.',
  desk_busy: 'Bu bankoda çağrılmış bir numara var. Önce onu sonuçlandırın.',
  undo_too_late: 'Çağrı, yapıldıktan sonra yalnız on saniye içinde geri alınabilir.',
  grace_over: 'Eski yerine dönme süresi doldu. Ziyaretçiye yeni bir numara verin.',
  wrong_state: 'Kaydın durumu bu işleme uygun değil. Başka biri az önce değiştirmiş olabilir.',
  settings_unreadable:
    'Şube ayarları okunamıyor; daha yeni bir Banko sürümüyle yazılmış olabilir. Bu bilgisayardaki Banko’yu güncelleyin.',
  text_changed: 'Siz yazarken bu metnin başka bir sürümü yayımlandı. Karşılaştırıp yeniden yayımlayın.',
  topic_retired: 'Bu konu kullanımdan kaldırıldı. Listeden güncel bir konu seçin.',
  retail_topic:
    'Bu konu perakende satış şirketinin işidir; ekibe yönlendirilmez, başvuru sahibi tedarikçisine yönlendirilir.',
  code_too_often: 'Bu numaraya kısa sürede çok sayıda kod gönderildi. Birkaç dakika sonra yeniden deneyin.',
  code_over: 'Bu kodun süresi doldu ya da geçersiz oldu. Yeni kod gönderin.',
  disclosure_needed:
    'Hesap bilgisi, kimin hangi sıfatla sorduğu kaydedilmeden gösterilmez. Sıfatı ve kimliği seçin.',
  disclosure_refused:
    'Kimliği doğrulanmayan kişiye, yakınına ya da ihbarcıya hesap bilgisi gösterilmez; başvurusu yine alınır.',
  informant_hidden:
    'İhbarcının kimliği gizli. Görmek için ayrı bir yetki gerekir; gerekiyorsa amirinize başvurun.',
  own_reading: 'Kendi okumalarınız hakkındaki bildirimi başka bir amir görmeli.',
  closing_incomplete: 'Başvuru henüz sonuçlandırılamaz. Eksikler ekranda yazılı.',
  special_ground_needed:
    'Bu başvuruda özel nitelikli kişisel veri var ve işlenmesinin dayanağı kayıtlı değil. Önce “Aydınlatma ve Rıza” bölümünde açık rızayı alın ya da dayanağı kaydedin (KVKK md. 6).',
  already_closed: 'Bu başvuru zaten sonuçlandırılmış.',
  reopen_too_late: 'Yeniden açma süresi doldu. Yeni bir başvuru kaydedip bununla bağlayın.',
  attachment_empty: 'Dosya boş; içinde hiçbir şey yok.',
  attachment_too_large: 'Dosya 20 MB’tan büyük. Daha düşük çözünürlükte tarayın ya da birkaç dosyaya bölün.',
  attachment_no_room: 'Bir başvuruya en çok 100 MB dosya eklenebilir; bu dosyayla sınır aşılıyor.',
  attachment_kind:
    'Bu tür dosya eklenemez. PDF, JPEG, PNG, TIFF ya da HEIC ekleyin; Word ve Excel belgelerini önce PDF olarak kaydedin.',
  attachment_disguised:
    'Dosyanın içeriği adındaki uzantıya uymuyor; bozuk ya da adı değiştirilmiş olabilir. Özgün dosyayı ekleyin.',
  attachment_twice: 'Bu dosya bu başvuruya zaten eklenmiş.',
  attachment_broken: 'Dosya yolda bozulduğu için eklenmedi. Yeniden ekleyin.',
  attachment_withdrawn: 'Bu dosya yanlışlıkla eklendiği için kaldırılmış; içeriği silindi.',
  attachment_elsewhere:
    'Dosyanın içeriği bu bilgisayarda yok ve şu anda CRM’den alınamıyor. Eklendiği bilgisayardan açın ya da bağlantı gelince yeniden deneyin.',
  attachment_on_its_way: 'Dosya CRM’den alınıyor. Birazdan açılır.',
  attachment_damaged:
    'Dosyanın bu bilgisayardaki kopyası bozulmuş ve başka kopyası bulunamadı. Destek ekibine bildirin.',
  no_printer: 'Tanımlı yazıcı yok. Belge ekranda gösterilir.',
  printer_unreachable: 'Yazıcıya ulaşılamıyor. Kâğıdı, kabloyu ve açık olduğunu denetleyin.',
  crm_unreachable: 'CRM’e ulaşılamıyor. İşler burada sürer; bağlantı gelince kendiliğinden gönderilir.',
  crm_key_refused: 'CRM bu şubenin anahtarını kabul etmiyor. Yöneticinin anahtarı yenilemesi gerekir.',
  teams_none: 'Microsoft Teams hesabı tanımlı değil. Önce hesap bilgilerini kaydedin.',
  teams_unreachable:
    'Microsoft Teams’e ulaşılamıyor. İnternet bağlantısını denetleyin; Banko kendiliğinden yeniden dener.',
  teams_credentials:
    'Microsoft, uygulamanın kimliğini ya da gizli anahtarını kabul etmiyor. Kiracıyı, uygulama kimliğini ve anahtarın bitiş tarihini denetleyin.',
  teams_permission:
    'Uygulamanın toplantı açma izni yok. Microsoft Entra’da OnlineMeetings.ReadWrite.All izni verilmeli ve yönetici onaylamalı.',
  teams_policy:
    'Bu düzenleyen adına toplantı açılamıyor. Teams yöneticisi uygulama erişim ilkesi (application access policy) tanımlayıp düzenleyene atamalı.',
  teams_organizer: 'Toplantıyı düzenleyen kişi bu kiracıda bulunamadı. Nesne kimliğini denetleyin.',
  teams_mail:
    'Toplantı bağlantısı birime e-postayla gönderilemedi. Uygulamanın Mail.Send izni, düzenleyenin posta kutusu ve birimin adresi denetlenmeli.',
  teams_rejected:
    'Microsoft Teams isteği kabul etmedi. Banko’yu güncelleyin; sürerse destek ekibine başvurun.',
  teams_elsewhere: 'Teams hesabı yalnız şube merkezi olan bilgisayarda tanımlanır.',
  seal_none: 'Mühür sertifikası tanımlı değil. Önce bir sertifika yükleyin.',
  seal_file_unreadable:
    'Dosya bir sertifika dosyası olarak okunamadı. Sertifikanın özel anahtarıyla birlikte verilmiş .p12 ya da .pfx dosyasını seçin.',
  seal_wrong_password: 'Sertifika dosyasının parolası yanlış. Büyük küçük harfe dikkat edip yeniden yazın.',
  seal_old_encryption:
    'Dosya, artık güvenli sayılmayan eski bir yöntemle şifrelenmiş. Sertifikayı AES-256 ile yeniden dışa aktarıp o dosyayı yükleyin.',
  seal_no_key:
    'Dosyada özel anahtar yok; yalnız sertifika var. Sertifikayı özel anahtarıyla birlikte dışa aktarın.',
  seal_no_certificate: 'Dosyada bu özel anahtarın sertifikası yok. İkisini birlikte içeren dosyayı seçin.',
  seal_key_kind:
    'Bu tür bir anahtarla mühür vurulamaz. En az 2048 bitlik RSA ya da P-256, P-384, P-521 eliptik eğri anahtarı gerekir.',
  seal_not_for_signing:
    'Bu sertifika belge imzalamak için verilmemiş. Kurumun elektronik mühür sertifikasını yükleyin.',
  seal_expired: 'Bu sertifikanın süresi dolmuş. Yenilenmiş sertifikayı yükleyin.',
  seal_not_yet_valid:
    'Bu sertifika henüz geçerli değil. Bilgisayarın saatini denetleyin ya da geçerlilik tarihini bekleyin.',
  timestamp_none: 'Zaman damgası sunucusu tanımlı değil. Önce adresini kaydedin.',
  timestamp_unreachable:
    'Zaman damgası sunucusuna ulaşılamıyor. Belge mühürlü kalır, zaman damgası bekler; Banko başka bir saati onun yerine koymaz.',
  timestamp_credentials:
    'Zaman damgası sunucusu kullanıcı adını ya da parolayı kabul etmiyor. Hizmeti veren kuruluşla denetleyin.',
  timestamp_rejected:
    'Zaman damgası sunucusu isteği geri çevirdi. Adresi, hesabın kontörünü ve hizmetin SHA-256 desteğini denetleyin.',
  timestamp_unreadable:
    'Bu adresten gelen yanıt bir zaman damgası değil. Adresin RFC 3161 hizmetine ait olduğunu denetleyin.',
  timestamp_not_ours:
    'Gelen zaman damgası sorulan belgeye ait değil; kabul edilmedi. Sürerse hizmeti veren kuruluşa bildirin.',
  timestamp_not_trusted:
    'Gelen zaman damgasının imzası ya da sertifikası geçersiz; kabul edilmedi. Hizmeti veren kuruluşa bildirin.',
  timestamp_no_room:
    'Gelen zaman damgası, mühürde ona ayrılan yere sığmıyor. Hizmeti veren kuruluştan daha kısa sertifika zinciri isteyin.',
  destroyed: 'Bu kayıt saklama süresi dolduğu için imha edildi.',
  disk_full: 'Diskte yer kalmadı; kayıt yapılmadı. Yer açıp yeniden deneyin.',
  store_trouble: 'Kayıt deposuna yazılamıyor; kayıt yapılmadı. Banko’yu yeniden başlatın.',
  hub_unreachable:
    'Şube merkezine ulaşılamıyor. Bu bilgisayardaki işler sürer; sıra ve odalar merkez gelince yeniden kullanılır.',
  hub_not_trusted:
    'Şube merkezi bu bilgisayarı tanımıyor; eşleştirmesi kaldırılmış olabilir. Yöneticinin yeniden eşleştirmesi gerekir.',
  hub_is_there: 'Şubenin merkezi çalışıyor ama devretmeye hazır değil. Biraz sonra yeniden deneyin.',
  wrong_pairing_code: 'Kod yanlış ya da süresi dolmuş. Merkezde yeni bir kod gösterip yeniden deneyin.',
  other_branch: 'Bu bilgisayar başka bir şubenin. Yalnız aynı şubenin bilgisayarları eşleştirilebilir.',
  workstation_taken: 'Bu bilgisayar numarası şubede kullanılıyor.',
  already_joined: 'Bu bilgisayar şubenin merkezine zaten bağlı.',
  port_taken: 'Bu bağlantı noktası (port) başka bir program tarafından kullanılıyor.',
  internal: 'Beklenmeyen bir hata oldu; kayıt yapılmadı.',
} as const;

export type ErrorCode = keyof typeof errorSentences;

const codes = Object.keys(errorSentences).filter((key): key is ErrorCode =>
  Object.hasOwn(errorSentences, key),
);

export const fieldErrorSchema = z.strictObject({
  /** `applicant.phone`, `topicFields.poleNo` */
  path: z.string(),
  message: z.string(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

export const failureSchema = z.strictObject({
  code: z.enum(codes),
  message: z.string(),
  fields: z.array(fieldErrorSchema).optional(),
  /** Short id under which a bug stands in the log. */
  reference: z.string().optional(),
});
export type Failure = z.infer<typeof failureSchema>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A refusal whose sentence says more than the table's: in which state a record is, until when it was possible. */
export function failSaying(
  code: ErrorCode,
  message: string,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } };
}

/** A refusal with its sentence from the table. */
export function fail(
  code: ErrorCode,
  fields?: readonly FieldError[],
): { readonly ok: false; readonly error: Failure } {
  const error = { code, message: errorSentences[code] };
  return { ok: false, error: fields === undefined ? error : { ...error, fields: [...fields] } };
}
