import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openssl } from './openssl.ts';

type Element = {
  readonly at: number;
  readonly depth: number;
  readonly header: number;
  readonly length: number;
  readonly words: string;
};

/** What openssl finds in a seal: SHA-256 of the signature's value, and the timestamp's token beside it. */
export function signatureAndToken(folder: string, file: string): { digest: string; token: Buffer } {
  const der = readFileSync(join(folder, file));
  const elements = openssl(folder, 'asn1parse', '-inform', 'DER', '-in', file).split('\n').flatMap(elementIn);
  const named = elements.findIndex(({ words }) => words.includes('id-smime-aa-timeStampToken'));
  // The name is followed by a set, and that by the token.
  const token = elements[named + 2];
  const signature = elements
    .slice(0, named)
    .findLast(({ depth, words }) => depth === 5 && words.includes('OCTET STRING'));
  if (named < 0 || token === undefined || signature === undefined)
    throw new Error('No timestamp in the seal');
  const content = signature.at + signature.header;
  const value = der.subarray(content, content + signature.length);
  return {
    digest: createHash('sha256').update(value).digest('hex'),
    token: der.subarray(token.at, token.at + token.header + token.length),
  };
}

function elementIn(line: string): Element[] {
  const [, at, depth, header, length, words = ''] =
    /^ *(\d+):d=(\d+) +hl=(\d+) l= *(\d+) (.*)$/.exec(line) ?? [];
  if (at === undefined) return [];
  const [place, level, head, content] = [at, depth, header, length].map(Number);
  return [{ at: place ?? 0, depth: level ?? 0, header: head ?? 0, length: content ?? 0, words }];
}
