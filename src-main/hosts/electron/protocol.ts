import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

const scheme = 'app';
export const pageOrigin = `${scheme}://banko`;
export const pageUrl = `${pageOrigin}/index.html`;

/** Mantine sets its variables and sizes through style attributes; everything else inline stays out. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.json': 'application/json',
};

/** Has to run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function isOwnPage(url: string): boolean {
  return url === pageOrigin || url.startsWith(`${pageOrigin}/`);
}

/** Serves the built screens under a scheme of their own: `file:` would let a page read the disk. */
export function serveScreens(session: Session, rendererDir: string): void {
  session.protocol.handle(scheme, async (request) => {
    const file = fileFor(request, rendererDir);
    if (file === undefined) return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

function fileFor(request: Request, rendererDir: string): string | undefined {
  if (request.method !== 'GET' || !isOwnPage(request.url)) return undefined;
  try {
    const file = normalize(join(rendererDir, decodeURIComponent(new URL(request.url).pathname)));
    return file.startsWith(rendererDir + sep) && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}
