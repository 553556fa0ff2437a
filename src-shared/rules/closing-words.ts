import type { RegistrationInput } from '../contract/application-register.ts';
import type { FieldError } from '../contract/errors.ts';
import type { PayloadOf } from '../ledger/entry-types.ts';
import type { ChannelProcedure } from './channels.ts';
import { canReceive } from './closing-guard.ts';
import { maxSmsOutcome } from './sms-text.ts';

type Said = NonNullable<RegistrationInput['resolvedAtOnce']>;
type Medium = Said['durableMedium'];

/** The fact of a closing, and how its SMS speaks of the outcome: in words, or where it is to be found. */
export function closingOf(said: Said): {
  readonly closing: PayloadOf<'application.closed'>;
  readonly outcomeWords: string;
} {
  const { duplicateOf, ...rest } = said;
  return {
    closing: duplicateOf === null ? rest : { ...rest, duplicateOf },
    outcomeWords: outcomeWordsOf(said),
  };
}

/** What the closing SMS says of the outcome: the words themselves, or where they are to be found. */
export function outcomeWordsOf({ durableMedium, outcome }: Pick<Said, 'durableMedium' | 'outcome'>): string {
  return durableMedium === 'sms' ? endOfSentence(outcome) : elsewhere[durableMedium];
}

const elsewhere = {
  email: 'Yazılı sonuç e-posta adresinize gönderildi.',
  letter: 'Yazılı sonuç adresinize gönderildi.',
  none: 'Takip kodunuzla görebilirsiniz.',
} as const;

function endOfSentence(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

export const mediumSentences: Readonly<Record<Medium, string>> = {
  sms: 'Başvuruda cep telefonu yok; sonuç SMS ile iletilemez.',
  email: 'Başvuruda e-posta adresi yok; sonuç e-postayla iletilemez.',
  letter: 'Başvuruda adres yok; sonuç mektupla iletilemez.',
  none: 'Sonuç başvuru sahibine yazılı olarak iletilmeli: SMS, e-posta ya da mektup seçin.',
};

/** An SMS carries what it can hold; more goes by e-mail or letter. */
export function outcomeErrors({ durableMedium, outcome }: Said): readonly FieldError[] {
  return durableMedium === 'sms' && outcome.length > maxSmsOutcome
    ? [
        {
          path: 'outcome',
          message: `SMS ile iletilecek sonuç en çok ${maxSmsOutcome} karakter olabilir. Kısaltın ya da e-posta veya mektup seçin.`,
        },
      ]
    : [];
}

/** SW-4: information alone was given. What is routed, looked into or withdrawn is not concluded in one conversation. */
export function atOnceErrors(
  {
    resolvedAtOnce,
    applicant,
    premises,
  }: Pick<RegistrationInput, 'resolvedAtOnce' | 'applicant' | 'premises'>,
  { mayResolveAtOnce, label }: ChannelProcedure,
): readonly FieldError[] {
  if (resolvedAtOnce === null) return [];
  if (!mayResolveAtOnce)
    return [{ path: 'resolvedAtOnce', message: `${label} başvurusu kayıt sırasında sonuçlandırılamaz.` }];
  const { outcomeKind, durableMedium } = resolvedAtOnce;
  const errors: FieldError[] = [];
  if (outcomeKind !== 'informed' && outcomeKind !== 'resolved' && outcomeKind !== 'referred_to_supplier')
    errors.push({
      path: 'outcomeKind',
      message:
        'Kayıt sırasında yalnız bilgi verilen, çözülen ya da tedarikçiye yönlendirilen başvuru sonuçlandırılır.',
    });
  if (!canReceive({ applicant, premises }, durableMedium))
    errors.push({ path: 'durableMedium', message: mediumSentences[durableMedium] });
  return [...errors, ...outcomeErrors(resolvedAtOnce)].map(({ path, message }) => ({
    path: `resolvedAtOnce.${path}`,
    message,
  }));
}
