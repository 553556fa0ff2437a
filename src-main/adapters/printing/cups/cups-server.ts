import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { decodeIpp, encodeIpp, type IppAnswer, type IppRequest } from './ipp.ts';

/** Where CUPS listens: a socket of this machine, or host and port. */
export type CupsAddress = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** Debian and its relatives, macOS, and others: there CUPS has no password to ask for. */
const sockets = ['/run/cups/cups.sock', '/var/run/cups/cups.sock', '/private/var/run/cupsd'];
const timeoutMs = 15_000;

/** As CUPS's own programs look for it: `CUPS_SERVER`, the system's socket, this machine's port 631. */
export function findCups(server = process.env.CUPS_SERVER): CupsAddress {
  if (server?.startsWith('/')) return { socketPath: server };
  if (server !== undefined && server !== '') {
    const [, host = server, port = '631'] = /^(.*?)(?::(\d+))?(?:\/.*)?$/.exec(server) ?? [];
    return { host, port: Number(port) };
  }
  const socketPath = sockets.find((path) => existsSync(path));
  return socketPath === undefined ? { host: '127.0.0.1', port: 631 } : { socketPath };
}

let requests = 0;

/** One question to CUPS; undefined where it is not there or says what is no IPP. */
export function askCups(
  address: CupsAddress,
  path: string,
  question: IppRequest,
): Promise<IppAnswer | undefined> {
  requests += 1;
  const body = encodeIpp(question, requests);
  return new Promise((resolve) => {
    const asked = request(
      {
        ...address,
        path,
        method: 'POST',
        headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' },
        timeout: timeoutMs,
        // A connection of its own: one that is kept may just be closed by the other side.
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve(response.statusCode === 200 ? decodeIpp(Buffer.concat(chunks)) : undefined),
        );
        response.on('error', () => resolve(undefined));
      },
    );
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end(body);
  });
}
