import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { FlatSignature } from '../../../../src-shared/rules/flat-signature.ts';
import { judgeSignature } from '../../../../src-shared/rules/judge-signature.ts';
import { statesSpecialGround } from '../../../../src-shared/rules/special-category.ts';
import type { Context } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { loadApplication, streamOf } from '../application/open-application.ts';
import { askedBy, decide } from '../consent/decide.ts';
import type { SigningServices } from './signing.service.ts';
import { type Act, type Signing, signatureOf } from './signings.ts';

/**
 * WR-3, IN-3, rule 3: what the consumer has read and chosen, each act with a record of its own, in one unit of work.
 * It is the act of the clerk who put the texts before them, whichever screen it comes from.
 */
export async function submit(
  services: SigningServices,
  context: Context,
  signing: Signing | undefined,
  { signingId, signature }: ParsedInputOf<'signing.submit'>,
): Promise<Result<OutputOf<'signing.submit'>>> {
  const isIts = signing?.signingId === signingId;
  const result = await context.write<OutputOf<'signing.submit'>>(
    async (work) => {
      if (signing === undefined || !isIts) return fail('not_found');
      if (signing.end !== null) return fail('wrong_state');
      const errors = [...unanswered(signing), ...signatureErrors(signing, signature)];
      if (errors.length > 0) return fail('invalid_input', errors);
      return write(services, work, signing, signature);
    },
    isIts ? signing.userId : undefined,
  );
  if (result.ok)
    services.signings.change(signingId, (one) => ({
      ...one,
      end: 'done',
      isSigned: signatureOf(one) === 'needed',
    }));
  return result;
}

async function write(
  services: SigningServices,
  work: Work,
  { applicationId, acts, where }: Signing,
  signature: FlatSignature | null,
): Promise<Result<OutputOf<'signing.submit'>>> {
  const loaded = await loadApplication(work, applicationId);
  if (!loaded.ok) return loaded;
  for (const { text } of acts.filter(({ text: { kind } }) => kind === 'notice'))
    await work.append(
      fact(streamOf(applicationId), 'notice.given', {
        textCode: text.code,
        textVersion: text.version,
        textHash: text.hash,
        language: text.language,
        method: 'read_on_screen',
      }),
    );
  const consentIds: string[] = [];
  for (const { text, answer } of acts.filter(isConsent)) {
    const consentId = services.ids.uuid();
    consentIds.push(consentId);
    const decision = answer === 'accepted' ? 'accepted' : 'refused';
    await decide(services, work, loaded.value.state, {
      asked: askedBy(consentId, text),
      isGround: statesSpecialGround(text),
      decision,
      method: where === 'tablet' ? 'tablet' : 'on_screen',
      // A refusal needs no signature, and so keeps none.
      signature: decision === 'accepted' ? signature : null,
    });
  }
  return succeed({ consentIds });
}

function isConsent({ text }: Act): boolean {
  return text.kind === 'consent';
}

function unanswered({ acts }: Signing): readonly FieldError[] {
  return acts
    .filter(({ answer }) => answer === null)
    .map(({ actId, text }) => ({
      path: `acts.${actId}`,
      message:
        text.kind === 'notice'
          ? 'Metin okunup “Bilgilendirildim” seçilmeli.'
          : 'Rıza verildiği ya da verilmediği seçilmeli.',
    }));
}

const signatureSentences = {
  empty: 'İmza alanı boş. Lütfen imzalayın.',
  dot: 'Bu bir nokta; imza olarak alınamaz. Lütfen imzanızı atın.',
  scribble: 'Bu bir karalama gibi görünüyor. Temizleyip imzanızı atın.',
} as const;

function signatureErrors(signing: Signing, signature: FlatSignature | null): readonly FieldError[] {
  if (signatureOf(signing) !== 'needed') return [];
  const judged = signature === null ? 'empty' : judgeSignature(signature);
  return judged === 'ok' ? [] : [{ path: 'signature', message: signatureSentences[judged] }];
}
