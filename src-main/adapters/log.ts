import { join } from 'node:path';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';
import type { Logger } from '../core/ports.ts';
import { openRotatingFile } from './rotating-file.ts';

/** The port has no room for these; whoever passes one by mistake finds it blanked. */
const neverLogged = [
  ...['name', 'displayName', 'username', 'phone', 'landline', 'email', 'identityNo', 'address', 'query'],
  ...['text', 'description', 'outcome', 'payload', 'input', 'password', 'pin', 'apiKey', 'token', 'key'],
];

export type FileLog = { readonly log: Logger; readonly close: () => void };

/** JSON lines in `<dataDir>/logs/banko.log`, at most five files of 2 MB. */
export function createFileLog(dataDir: string): FileLog {
  const file = openRotatingFile(join(dataDir, 'logs', 'banko.log'), 2_000_000, 4);
  return { log: createLog(file), close: file.close };
}

export function createLog(destination: DestinationStream): Logger {
  const out: Pino = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: neverLogged, censor: '[…]' },
    },
    destination,
  );
  return {
    info: (message, fields = {}) => out.info(fields, message),
    warn: (message, fields = {}) => out.warn(fields, message),
    error: (message, fields, cause) => out.error({ ...fields, cause: stackOf(cause) }, message),
  };
}

/** An identity or phone number that slipped into an error's message goes no further. */
function stackOf(cause: unknown): string | undefined {
  if (cause === undefined) return undefined;
  const stack = cause instanceof Error ? (cause.stack ?? cause.message) : typeof cause;
  return stack.replace(/\d{10,}/g, '[…]');
}
