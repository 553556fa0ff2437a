import { createDecipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { Pbes2, Pbkdf2, Pkcs12Pbe } from './schemas.ts';

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const tripleDesSha1 = '1.2.840.113549.1.12.1.3';

const ciphers: Readonly<Record<string, { readonly name: string; readonly keyBytes: number }>> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
  '1.2.840.113549.3.7': { name: 'des-ede3-cbc', keyBytes: 24 },
};
const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

/** A guess at the password takes as long as the file says; a file that says "for ever" is not waited for. */
const mostIterations = 5_000_000;

/** A way of encryption that is not read here, RC2 of 40 bits above all, which once was Windows' and Java's default. */
export class UnknownEncryption extends Error {
  override readonly name = 'UnknownEncryption';
}

/** What a .p12 has encrypted with its password. Throws UnknownEncryption, and whatever where the password is wrong. */
export function decryptWithPassword(
  { algorithm, parameters }: AlgorithmIdentifier,
  encrypted: Uint8Array,
  password: string,
): Uint8Array {
  if (!parameters) throw new UnknownEncryption(algorithm);
  if (algorithm === pbes2) return decryptPbes2(AsnConvert.parse(parameters, Pbes2), encrypted, password);
  if (algorithm === tripleDesSha1) {
    const { salt, iterations } = AsnConvert.parse(parameters, Pkcs12Pbe);
    const from = { salt: new Uint8Array(salt.buffer), iterations: checked(iterations), password };
    return decrypt('des-ede3-cbc', deriveKey(from, 1, 24), deriveKey(from, 2, 8), encrypted);
  }
  throw new UnknownEncryption(algorithm);
}

function decryptPbes2({ keyDerivation, encryption }: Pbes2, encrypted: Uint8Array, password: string) {
  const cipher = ciphers[encryption.algorithm];
  if (cipher === undefined || keyDerivation.algorithm !== pbkdf2 || !keyDerivation.parameters)
    throw new UnknownEncryption(encryption.algorithm);
  const { salt, iterations, prf } = AsnConvert.parse(keyDerivation.parameters, Pbkdf2);
  const digest = prf === undefined ? 'sha1' : digests[prf.algorithm];
  if (digest === undefined || !encryption.parameters) throw new UnknownEncryption(encryption.algorithm);
  const key = pbkdf2Sync(password, new Uint8Array(salt.buffer), checked(iterations), cipher.keyBytes, digest);
  const iv = AsnConvert.parse(encryption.parameters, OctetString);
  return decrypt(cipher.name, key, new Uint8Array(iv.buffer), encrypted);
}

function decrypt(cipher: string, key: Uint8Array, iv: Uint8Array, encrypted: Uint8Array): Uint8Array {
  const decipher = createDecipheriv(cipher, key, iv);
  return Buffer.concat([decipher.update(encrypted), decipher.final()]);
}

function checked(iterations: number): number {
  if (iterations < 1 || iterations > mostIterations) throw new UnknownEncryption('iterations');
  return iterations;
}

type From = { readonly salt: Uint8Array; readonly iterations: number; readonly password: string };
const [blockBytes, hashBytes] = [64, 20];

/** RFC 7292, appendix B.2, with SHA-1. @param purpose 1 for a key, 2 for an initial vector */
function deriveKey({ salt, iterations, password }: From, purpose: number, bytes: number): Uint8Array {
  const text = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const input = Buffer.concat([repeated(salt), repeated(text)]);
  const parts: Buffer[] = [];
  for (let made = 0; made < bytes; made += hashBytes) {
    let hash = createHash('sha1').update(Buffer.alloc(blockBytes, purpose)).update(input).digest();
    for (let round = 1; round < iterations; round += 1) hash = createHash('sha1').update(hash).digest();
    parts.push(hash);
    const addend = repeated(hash).subarray(0, blockBytes);
    for (let block = 0; block < input.length; block += blockBytes) addPlusOne(input, block, addend);
  }
  return Buffer.concat(parts).subarray(0, bytes);
}

/** As often as it takes to fill whole blocks. */
function repeated(bytes: Uint8Array): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / blockBytes) * blockBytes, bytes);
}

/** The block as one number, plus the other, plus one; what overflows is dropped. */
function addPlusOne(input: Buffer, block: number, addend: Uint8Array): void {
  let carry = 1;
  for (let index = blockBytes - 1; index >= 0; index -= 1) {
    carry += (input[block + index] ?? 0) + (addend[index] ?? 0);
    input[block + index] = carry & 0xff;
    carry >>= 8;
  }
}
