import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueCertificate, makeCertificate, openssl } from './openssl.ts';

/** What the next answers are like, instead of plain and right. */
export type TimestampFaults = {
  /** As other authorities are: a key on a curve, SHA-512, its certificate named as RFC 2634 did. */
  readonly isOfOtherKind?: true;
  /** What is answered is another question. */
  readonly changeQuery?: (query: Buffer) => Buffer;
  readonly changeReply?: (reply: Buffer) => Buffer;
  /** Answers in its own way, or never. */
  readonly respond?: (response: ServerResponse) => void;
  /** Signs with a certificate that is not for timestamps, or not for them alone. */
  readonly signer?: 'web-site' | 'grown';
  /** Takes no other digests than these. */
  readonly digests?: string;
};

export type TimestampAuthority = {
  readonly url: string;
  /** Of the authority's root. */
  readonly rootFile: string;
  readonly asked: { readonly type: string | undefined; readonly authorization: string | undefined }[];
  readonly fail: (faults: TimestampFaults) => void;
  readonly stop: () => Promise<void>;
};

/** A real authority on this machine: the answers are openssl's, with a root and a signer of its own. */
export async function startTimestampAuthority(): Promise<TimestampAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'banko-tsa-'));
  makeCertificate(folder, 'root', {
    extensions: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'],
  });
  const purposes = { tsa: 'timeStamping', 'web-site': 'serverAuth', grown: 'timeStamping,serverAuth' };
  for (const [name, purpose] of Object.entries(purposes))
    issueCertificate(folder, name, 'root', [
      'keyUsage=critical,digitalSignature',
      `extendedKeyUsage=critical,${purpose}`,
    ]);
  issueCertificate(
    folder,
    'tsa-ec',
    'root',
    ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=critical,timeStamping'],
    'ec -pkeyopt ec_paramgen_curve:P-384',
  );
  let faults: TimestampFaults = {};
  const asked: TimestampAuthority['asked'] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((query) => {
      asked.push({
        type: request.headers['content-type'],
        authorization: request.headers.authorization,
      });
      if (faults.respond !== undefined) return faults.respond(response);
      const reply = replyTo(folder, faults.changeQuery?.(query) ?? query, faults);
      response.setHeader('content-type', 'application/timestamp-reply');
      response.end(faults.changeReply?.(reply) ?? reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}/tsa`,
    rootFile: join(folder, 'root.pem'),
    asked,
    fail: (next) => {
      faults = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function replyTo(folder: string, query: Buffer, { signer, ...faults }: TimestampFaults): Buffer {
  const tool = (...args: readonly string[]) => openssl(folder, ...args);
  writeFileSync(join(folder, 'query.tsq'), query);
  writeFileSync(join(folder, 'tsa.cnf'), configuration(faults));
  tool('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr');
  if (signer !== undefined) {
    // As an authority openssl does not sign with such a certificate; as a mere signer it does.
    tool('ts', '-reply', '-in', 'reply.tsr', '-token_out', '-out', 'token.der');
    tool('cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-out', 'info.der');
    tool(
      ...['cms', '-sign', '-binary', '-nodetach', '-cades', '-econtent_type', 'id-smime-ct-TSTInfo'],
      ...['-md', 'sha256', '-signer', `${signer}.pem`, '-inkey', `${signer}.key`],
      ...['-in', 'info.der', '-outform', 'DER', '-out', 'token.der'],
    );
    tool('ts', '-reply', '-in', 'token.der', '-token_in', '-out', 'reply.tsr');
  }
  return readFileSync(join(folder, 'reply.tsr'));
}

function configuration({ digests = 'sha256', isOfOtherKind }: TimestampFaults): string {
  const [name, digest, named] = isOfOtherKind ? ['tsa-ec', 'sha512', 'sha1'] : ['tsa', 'sha256', 'sha256'];
  return [
    '[tsa]\ndefault_tsa = ours\n[ours]\nserial = serial\ncerts = root.pem\nordering = yes',
    `signer_cert = ${name}.pem\nsigner_key = ${name}.key\nsigner_digest = ${digest}`,
    `default_policy = 1.2.3.4.1\ndigests = ${digests}\ness_cert_id_alg = ${named}`,
  ].join('\n');
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
