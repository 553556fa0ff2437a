import type { LogFields, Logger } from '../core/ports.ts';

export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
};

/** Keeps what would go to the log file, but the stack of a cause. */
export function createRecordingLog(): { readonly log: Logger; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  return {
    lines,
    log: {
      info: (message, fields = {}) => lines.push({ level: 'info', message, fields }),
      warn: (message, fields = {}) => lines.push({ level: 'warn', message, fields }),
      error: (message, fields) => lines.push({ level: 'error', message, fields }),
    },
  };
}
