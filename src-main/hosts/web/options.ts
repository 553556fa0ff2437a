import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usualDataDir } from '../program/usual-data-dir.ts';

export type WebOptions = {
  readonly dataDir: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly opensBrowser: boolean;
  /** Sets up sample data at the first run and lists its users in the ready line. */
  readonly isDemo: boolean;
};

export type ParsedOptions =
  | { readonly ok: true; readonly options: WebOptions }
  | { readonly ok: false; readonly sentence: string };

export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return refused(`--port 0 ile 65535 arasında bir sayı olmalı; "${values.port}" verildi.`);
    if (values['data-dir'] === '') return refused('--data-dir için bir klasör yazın.');
    return {
      ok: true,
      options: {
        dataDir: resolve(values['data-dir'] ?? usualDataDir('web')),
        port,
        opensBrowser: !values['no-open'],
        isDemo: values.demo,
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : '';
    return refused(
      `Seçenekler anlaşılamadı (${reason}). Kullanım: --data-dir KLASÖR --port NUMARA --no-open --demo`,
    );
  }
}

function refused(sentence: string): ParsedOptions {
  return { ok: false, sentence };
}
