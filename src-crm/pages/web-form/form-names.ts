import type { FieldError } from '../../../src-shared/contract/errors.ts';

/** Topic fields are named by their key behind this. */
export const topicFieldPrefix = 'alan_';
/** Where the notice stands on the page. */
export const noticeId = 'aydinlatma-metni';

/** The form's field at which an error of the application is shown; in the order of the page. */
const nameOfPath: Readonly<Record<string, string>> = {
  applicationType: 'tur',
  topicFields: topicFieldPrefix,
  description: 'aciklama',
  notice: noticeId,
  premises: 'yer',
  'premises.province': 'yer',
  'premises.district': 'yer',
  'premises.neighbourhood': 'mahalle',
  'premises.street': 'sokak',
  'premises.doorNo': 'kapi',
  installationNo: 'tesisat',
  'applicant.kind': 'basvuran',
  'applicant.name': 'ad',
  'applicant.identityNo': 'kimlik',
  capacity: 'sifat',
  capacityEvidence: 'belge',
  'applicant.phone': 'cep',
  'applicant.landline': 'sabit',
  'applicant.email': 'eposta',
  replyChannel: 'donus',
};
const pageOrder = [...new Set(Object.values(nameOfPath))];

/** At the counter these speak to a clerk; whoever fills the form is told the same in words of their own. */
const ownWords: Readonly<Record<string, string>> = {
  notice: 'Aydınlatma metni siz yazarken değişti. Yeni metin aşağıda; okuyup yeniden gönderin.',
};

export type FormErrors = {
  /** By the name of the field, the first of each, in the order of the page. */
  readonly atFields: ReadonlyMap<string, string>;
  /** What no field can mend. */
  readonly general: readonly string[];
};

export function formErrorsOf(errors: readonly FieldError[]): FormErrors {
  const atFields = new Map<string, string>();
  const general: string[] = [];
  for (const { path, message } of errors) {
    const name = nameOf(path);
    const words = ownWords[path] ?? message;
    if (name === undefined) general.push(words);
    else if (!atFields.has(name)) atFields.set(name, words);
  }
  const inOrder = [...atFields].sort(([one], [other]) => placeOnPage(one) - placeOnPage(other));
  return { atFields: new Map(inOrder), general };
}

function placeOnPage(name: string): number {
  return pageOrder.indexOf(name.startsWith(topicFieldPrefix) ? topicFieldPrefix : name);
}

function nameOf(path: string): string | undefined {
  const key = /^topicFields\.(\w+)$/.exec(path)?.[1];
  return key === undefined ? nameOfPath[path] : topicFieldPrefix + key;
}
