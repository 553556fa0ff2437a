import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { textVersion } from '../text/texts.repo.ts';

type Pointed = { readonly textCode: string; readonly textVersion: number; readonly textHash: string };

/** The title of exactly the text that a record points at; its code where no version of it is here. */
export function titleOf(db: Reader, catalogue: Catalogue): (pointed: Pointed) => Promise<string> {
  return async ({ textCode: code, textVersion: version, textHash: hash }) =>
    (await textVersion(db, catalogue, { code, version, hash }))?.title ?? code;
}
