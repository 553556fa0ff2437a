import { KeyObject, webcrypto } from 'node:crypto';
import type { SealIdentity } from '../../core/seal-port.ts';
import { loadX509 } from '../lan/load-x509.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const validYears = 2;
const hour = 3_600_000;

/** A certificate that nobody has vouched for, for trials: a reader shows its name, which says so. */
export async function makeIdentity(organisation: string, now: number): Promise<SealIdentity> {
  const { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } =
    await loadX509();
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + validYears);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [
        { CN: ['Banko deneme mührü'] },
        { OU: ['Deneme: kurumun sertifikası değil'] },
        { O: [organisation] },
        { C: ['TR'] },
      ],
      keys,
      signingAlgorithm: algorithm,
      // Another PC's clock may be a little behind.
      notBefore: new Date(now - hour),
      notAfter,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
      ],
    },
    webcrypto,
  );
  return {
    certificates: [certificate.toString('pem')],
    key: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
