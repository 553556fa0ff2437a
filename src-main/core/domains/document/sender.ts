import type { Sender } from '../../../../src-shared/paper/letterhead.ts';
import { shippedOn } from '../../../../src-shared/rules/organisation.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { readDocument, readDocumentAsOf, type SettingsValue } from '../settings/settings.repo.ts';

type Services = { readonly db: Reader; readonly catalogue: Pick<Catalogue, 'organisations'> };
type Documents = { readonly [D in 'organisation' | 'logo' | 'branch']: SettingsValue<D> | undefined };

/** Whose papers they are today. @param nowIso decides which of the shipped texts are in force */
export async function senderNow({ db, catalogue }: Services, nowIso: string): Promise<Sender> {
  const documents = {
    organisation: await readDocument(db, 'organisation'),
    logo: await readDocument(db, 'logo'),
    branch: await readDocument(db, 'branch'),
  };
  return senderOf(documents, catalogue, nowIso);
}

/** Whose they were when an entry was written. */
export async function senderAsOf(
  { db, catalogue }: Services,
  entry: { readonly recordedAt: string; readonly at: string },
): Promise<Sender> {
  const documents = {
    organisation: await readDocumentAsOf(db, 'organisation', entry.recordedAt),
    logo: await readDocumentAsOf(db, 'logo', entry.recordedAt),
    branch: await readDocumentAsOf(db, 'branch', entry.recordedAt),
  };
  return senderOf(documents, catalogue, entry.at);
}

function senderOf(
  { organisation, logo, branch }: Documents,
  { organisations }: Services['catalogue'],
  at: string,
): Sender {
  const shipped = shippedOn(organisations, localDay(at));
  return {
    organisation: organisation ?? shipped.texts,
    logo: logo?.logo ?? shipped.logo,
    place: branch?.name ?? '',
  };
}
