import { createHash, createPrivateKey, KeyObject, webcrypto, X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Fingerprint } from '../../core/lan-port.ts';
import { readOwnFile } from '../own-file.ts';
import { writeOnce } from '../write-once.ts';
import { loadX509 } from './load-x509.ts';

/** `pem` holds the private key and the certificate. */
export type LanIdentity = { readonly pem: string; readonly fingerprint: Fingerprint };

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const validYears = 20;

/** This PC's key and certificate in a file that only its owner can read; made where there is none. */
export async function ownIdentity(file: string): Promise<LanIdentity> {
  const kept = await readIdentity(file);
  if (kept !== undefined) return kept;
  await writeOnce(file, Buffer.from(await makePem()));
  const made = await readIdentity(file);
  if (made === undefined) throw new Error(`Anahtar dosyası yazılamadı: ${file}`);
  return made;
}

/** Who is at the other end: TLS has proven that it holds the key. Undefined where it showed none. */
export function peerOf(socket: TLSSocket): Fingerprint | undefined {
  try {
    const certificate = socket.getPeerX509Certificate();
    return certificate === undefined ? undefined : fingerprintOf(certificate);
  } catch {
    // A kind of key that can't be read is nobody's.
    return undefined;
  }
}

async function readIdentity(file: string): Promise<LanIdentity | undefined> {
  const pem = (await readOwnFile(file))?.toString('latin1');
  if (pem === undefined) return undefined;
  try {
    const certificate = new X509Certificate(pem);
    if (!certificate.checkPrivateKey(createPrivateKey(pem))) throw new Error('Two halves of two keys');
    return { pem, fingerprint: fingerprintOf(certificate) };
  } catch (cause) {
    throw new Error(`Anahtar dosyası bozuk: ${file}. Yedeğini geri koyun.`, { cause });
  }
}

/** Nobody judges its name or its dates, since the key is pinned; the name tells nothing about the PC. */
async function makePem(): Promise<string> {
  const { X509CertificateGenerator } = await loadX509();
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const notBefore = new Date();
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notBefore.getUTCFullYear() + validYears);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    { name: 'CN=Banko', keys, signingAlgorithm: algorithm, notBefore, notAfter },
    webcrypto,
  );
  const key = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return `${key}${certificate.toString('pem')}\n`;
}

function fingerprintOf(certificate: X509Certificate): Fingerprint {
  const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex');
}
