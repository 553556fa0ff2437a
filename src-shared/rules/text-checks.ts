import type { FieldError } from '../contract/errors.ts';
import { lowerTurkish } from '../text/fold.ts';
import { formatDate } from '../text/format.ts';
import type { LocalDay } from './local-day.ts';
import { counterNoticeCode, type PublishedText, type Text, usualLanguage } from './texts.ts';

export type EditedText = Omit<Text, 'version'>;

/** What an edited text is judged beside. */
export type TextSurroundings = {
  /** All versions of its code, in every language. */
  readonly versions: readonly PublishedText[];
  readonly today: LocalDay;
};

/** Words that make a purpose vague, and with it a consent void (Tebliğ RG 10/3/2018-30356 md. 5/1-g; KVKK md. 3). */
const vague = /(her türlü|gibi amaç|diğer amaç|olası|ileride|vb\.|vs\.|genel olarak|gerekli görülen)/;
/** Somebody declares to consent: no part of a notice (md. 5/1-f). */
const consenting =
  /(rıza veriyorum|kabul ediyorum|onaylıyorum|onay veriyorum|muvafakat ediyorum|rızam vardır)/;
/** Somebody declares to have been informed: no part of a consent. */
const informed = /(aydınlatma metnini okudum|aydınlatıldım|bilgilendirildim)/;
const shortestPurpose = 15;

/** Everything that keeps a text from being published, each at its field. */
export function textFaults(text: EditedText, around: TextSurroundings): readonly FieldError[] {
  const whole = lowerTurkish([text.title, text.purpose, ...text.body].join('\n'));
  return [
    ...kindFaults(text, around),
    ...dayFaults(text, around),
    ...(text.kind === 'consent' ? consentFaults(text) : []),
    ...(text.kind === 'notice' && consenting.test(whole)
      ? [at('body', 'Aydınlatma metninde rıza istenmez; rıza ayrı bir metinle ve ayrı bir işlemle alınır.')]
      : []),
    ...(text.kind === 'consent' && informed.test(whole)
      ? [
          at(
            'body',
            'Rıza metninde aydınlatma onaylatılmaz; aydınlatma ayrı bir metinle ve ayrı bir işlemle yapılır.',
          ),
        ]
      : []),
  ];
}

function kindFaults({ code, kind }: EditedText, { versions }: TextSurroundings): readonly FieldError[] {
  const other = versions.find((version) => version.code === code && version.kind !== kind);
  return other === undefined
    ? []
    : [at('kind', 'Bu kodla başka türde bir metin var. Türü değişmez; yeni bir kod yazın.')];
}

function dayFaults(text: EditedText, { versions, today }: TextSurroundings): readonly FieldError[] {
  const { code, language, validFrom, validTo } = text;
  const faults: FieldError[] = [];
  if (validFrom < today)
    faults.push(at('validFrom', 'Geçerlilik bugünden önce başlayamaz; geçmişin metni değişmez.'));
  if (validTo === null) return faults;
  if (validTo < validFrom) {
    faults.push(at('validTo', 'Geçerliliğin son günü ilk gününden önce olamaz.'));
    return faults;
  }
  if (code === counterNoticeCode && language === usualLanguage)
    faults.push(at('validTo', 'Başvuru alınırken verilen metnin sonu olmaz; yerine yeni sürüm yayımlanır.'));
  const next = versions
    .filter((version) => version.language === language && version.validFrom > validFrom)
    .find((version) => version.validFrom <= validTo);
  if (next !== undefined)
    faults.push(
      at(
        'validTo',
        `Sürüm ${next.version} ${formatDate(next.validFrom)} günü başlıyor; süreler çakışıyor. Sonu boş bırakın ya da öne alın.`,
      ),
    );
  return faults;
}

function consentFaults({ purposeCode, purpose, dataCategories }: EditedText): readonly FieldError[] {
  const faults: FieldError[] = [];
  if (purposeCode === '') faults.push(at('purposeCode', 'Rızanın amaç kodu yazılmalı.'));
  if (purpose.length < shortestPurpose)
    faults.push(at('purpose', 'Rızanın amacı açıkça yazılmalı; her amaç için ayrı rıza alınır.'));
  else {
    const [found] = vague.exec(lowerTurkish(purpose)) ?? [];
    if (found !== undefined)
      faults.push(at('purpose', `Amaç belirli olmalı: “${found}” gibi sözler rızayı geçersiz kılar.`));
  }
  if (dataCategories.length === 0)
    faults.push(at('dataCategories', 'Rızanın hangi verileri kapsadığı yazılmalı.'));
  return faults;
}

function at(path: string, message: string): FieldError {
  return { path, message };
}

/** What a text should say and does not seem to; whoever publishes decides. */
export const textWarnings = [
  'no_controller',
  'no_purpose',
  'no_recipients',
  'no_method',
  'no_rights',
  'no_withdrawal',
  'no_refusal',
  'no_consent_ground',
  'says_draft',
] as const;
export type TextWarning = (typeof textWarnings)[number];

/** KVKK md. 10: what a notice has to say, by the words in which Turkish texts say it. */
const noticeParts: readonly (readonly [TextWarning, RegExp])[] = [
  ['no_controller', /veri sorumlusu/],
  ['no_purpose', /amaç|amac/],
  ['no_recipients', /aktar/],
  ['no_method', /topla/],
  ['no_rights', /hakların|haklar|md\. 11/],
];
const consentParts: readonly (readonly [TextWarning, RegExp])[] = [
  ['no_withdrawal', /geri al/],
  ['no_refusal', /zorunda değil|vermezseniz|vermemeniz/],
];

/** @param text in Turkish; of other languages only what does not hang on words is said */
export function warningsOf(text: EditedText): readonly TextWarning[] {
  const whole = lowerTurkish(text.body.join('\n'));
  const parts = text.kind === 'notice' ? noticeParts : consentParts;
  const missing = text.language === usualLanguage ? parts.filter(([, words]) => !words.test(whole)) : [];
  const isWithoutGround =
    text.kind === 'consent' && !text.legalGrounds.some((ground) => /rıza|consent|5\/1|6\/3-a/i.test(ground));
  return [
    ...missing.map(([warning]) => warning),
    ...(isWithoutGround ? (['no_consent_ground'] as const) : []),
    ...(!text.draft && /^(taslak|draft)\b/.test(whole) ? (['says_draft'] as const) : []),
  ];
}

/** The coming versions that a text would take the place of: they begin on its day and never come into force. */
export function replacedBy(
  { language, validFrom }: Pick<EditedText, 'language' | 'validFrom'>,
  { versions, today }: TextSurroundings,
): readonly PublishedText[] {
  return versions.filter(
    (version) =>
      version.language === language && version.validFrom === validFrom && version.validFrom > today,
  );
}
