import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { Consent } from '../../../../src-shared/ledger/reduce-consents.ts';
import { consentSheet } from '../../../../src-shared/paper/consent-sheet.ts';
import { decisionWords } from '../../../../src-shared/text/consent-words.ts';
import { sealDocument } from '../seal/seal-document.ts';
import type { SealingServices } from './keep-sealed.ts';
import { sheetRecord } from './sheet-record.ts';

const methods = {
  on_screen: 'Ekranda okuyarak, ekrana çizilen imzayla',
  tablet: 'Tablette okuyarak, ekrana çizilen imzayla',
  wet_signature: 'Kâğıt üzerinde, ıslak imzayla',
} as const;
const methodsWithoutSignature = {
  on_screen: 'Ekranda okuyarak',
  tablet: 'Tablette okuyarak',
  wet_signature: 'Kâğıt üzerinde',
} as const;

/** The sheet of a consent with this PC's seal, or why there is none; undefined where its text is not here yet. */
export async function drawSealed(
  services: SealingServices,
  state: ApplicationState,
  consent: Consent,
): Promise<Uint8Array | 'no_identity' | 'out_of_date' | undefined> {
  const { decision, method, signature, consentId, at } = consent;
  const record = await sheetRecord(services, state, consent, {
    code: `${state.registration.applicationNo}-${consentId.slice(-6).toUpperCase()}`,
    act: decision,
    method: (signature === null ? methodsWithoutSignature : methods)[method],
    signature,
  });
  if (record === undefined) return undefined;
  const pdf = await services.papers.sheet(consentSheet(record));
  return sealDocument(services, pdf, { reason: decisionWords[decision], at });
}
