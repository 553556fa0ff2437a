import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { ConsentRecord, SheetText } from '../../../../src-shared/paper/consent-sheet.ts';
import type { PublishedText } from '../../../../src-shared/rules/texts.ts';
import { capacityWords } from '../../../../src-shared/text/words.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { organisation } from '../seal/seal.service.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { textVersion } from '../text/texts.repo.ts';
import type { Asked } from './decide.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue };
type Happened = { readonly at: string; readonly actor: string };
type Said = Pick<ConsentRecord, 'code' | 'act' | 'method' | 'signature'>;

/** What the sheet of one consent says; undefined where the text that it points at is not here. */
export async function sheetRecord(
  { db, catalogue }: Services,
  { registration }: ApplicationState,
  asked: Asked & Happened,
  said: Said,
): Promise<ConsentRecord | undefined> {
  const { textCode: code, textVersion: version, textHash: hash } = asked;
  const text = await textVersion(db, catalogue, { code, version, hash });
  if (text === undefined) return undefined;
  const names = await actorNames(db, catalogue);
  return {
    organisation,
    branch: (await readDocument(db, 'branch'))?.name ?? '',
    text: sheetText(text),
    at: asked.at,
    person: { name: registration.applicant.name, capacity: capacityWords[registration.capacity] },
    clerk: names.actor(asked.actor),
    applicationNo: registration.applicationNo,
    ...said,
  };
}

function sheetText({ code, version, hash, title, purpose, ...text }: PublishedText): SheetText {
  return {
    ...{ code, version, title },
    sha256: hash,
    purpose: purpose === '' ? null : purpose,
    dataCategories: text.dataCategories,
    legalGrounds: text.legalGrounds,
    body: text.body.join('\n'),
  };
}
