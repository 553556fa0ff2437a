import { fail, failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { askedTexts } from '../consent/asked-texts.ts';
import { type PublishedText, textInForce } from '../text/texts.repo.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue; readonly day: string };
type Wanted = { readonly language: string; readonly textCodes: readonly string[] | null };

/**
 * What is put before the consumer, the notice before any consent: it informs of what is then asked. Those that a clerk
 * has chosen, or else what the application asks for and nobody has answered yet.
 */
export async function textsToShow(
  { db, catalogue, day }: Services,
  state: ApplicationState,
  { language, textCodes }: Wanted,
): Promise<Result<readonly PublishedText[]>> {
  const codes = textCodes ?? askedTexts(state, catalogue);
  const texts: PublishedText[] = [];
  for (const code of new Set(codes)) {
    const text = await textInForce(db, catalogue, { code, language, day });
    if (text === undefined)
      return fail('invalid_input', [
        {
          path: 'textCodes',
          message: 'Seçilen metinlerden birinin yürürlükte sürümü yok. Yönetici yayımlamalı.',
        },
      ]);
    texts.push(text);
  }
  if (texts.length === 0)
    return failSaying(
      'wrong_state',
      'Bu başvuruda gösterilecek metin kalmadı: aydınlatma yapılmış, istenecek açık rıza yok.',
    );
  return succeed(texts.toSorted((a, b) => Number(a.kind === 'consent') - Number(b.kind === 'consent')));
}
