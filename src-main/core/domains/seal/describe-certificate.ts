import { X509Certificate } from 'node:crypto';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import type { LocalValue } from '../settings/settings.repo.ts';

type Shown = NonNullable<OutputOf<'seal.get'>['seal']>;

/** A new certificate takes an organisation weeks to get. */
const warningMs = 30 * 24 * 3_600_000;

/** What may be told of what this PC seals with: everything of the certificate, nothing of the key. */
export function describeSeal(seal: NonNullable<LocalValue<'seal'>>, now: number): Shown {
  const certificate = ownCertificate(seal.identity.certificates);
  return {
    subject: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    serialNumber: certificate.serialNumber,
    validFrom: certificate.validFromDate.toISOString(),
    validTo: certificate.validToDate.toISOString(),
    state: stateAt(certificate, now),
    isSelfMade: seal.isSelfMade,
  };
}

export function sealState(certificates: readonly string[], now: number): Shown['state'] {
  return stateAt(ownCertificate(certificates), now);
}

/** Who seals, as a reader shows it beside the seal. */
export function sealerName(certificates: readonly string[]): string {
  const { subject } = ownCertificate(certificates);
  return partOf(subject, 'O') ?? partOf(subject, 'CN') ?? nameIn(subject);
}

function stateAt({ validFromDate, validToDate }: X509Certificate, now: number): Shown['state'] {
  if (validToDate.getTime() <= now) return 'expired';
  if (validFromDate.getTime() > now) return 'not_yet_valid';
  return validToDate.getTime() - now <= warningMs ? 'ends_soon' : 'valid';
}

function ownCertificate([own]: readonly string[]): X509Certificate {
  if (own === undefined) throw new Error('A seal without a certificate');
  return new X509Certificate(own);
}

/** From the particular to the general, as an address is written. */
function nameIn(distinguished: string): string {
  return ['CN', 'OU', 'O']
    .map((name) => partOf(distinguished, name))
    .filter((part) => part !== undefined)
    .join(', ');
}

function partOf(distinguished: string, name: string): string | undefined {
  return new RegExp(`^${name}=(.*)$`, 'm').exec(distinguished)?.[1];
}
