import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultHubPort } from '../../../src-shared/contract/branch.ts';
import { usualDataDir } from '../program/usual-data-dir.ts';

/** What is done once before the hub serves; each asks for what it needs on standard input. */
export type FirstStep =
  | { readonly kind: 'set_up' }
  | { readonly kind: 'join'; readonly host: string; readonly port: number }
  | { readonly kind: 'listen_at'; readonly port: number }
  | { readonly kind: 'serve_screens'; readonly port: number }
  | { readonly kind: 'take_over' }
  | { readonly kind: 'pair' };

export type HubOptions = {
  readonly dataDir: string;
  readonly steps: readonly FirstStep[];
};

export type ParsedHubOptions =
  | { readonly ok: true; readonly options: HubOptions }
  | { readonly ok: false; readonly sentence: string };

const usage =
  'Kullanım: --data-dir KLASÖR --port NUMARA, ilk kez --set-up ya da --join ADRES[:PORT], sonra istenirse --screens NUMARA, --take-over, --pair';

export function parseHubOptions(args: readonly string[]): ParsedHubOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string' },
        'set-up': { type: 'boolean', default: false },
        join: { type: 'string' },
        screens: { type: 'string' },
        'take-over': { type: 'boolean', default: false },
        pair: { type: 'boolean', default: false },
      },
    });
    const { join, port, screens } = values;
    if (values['data-dir'] === '') return refused('--data-dir için bir klasör yazın.');
    for (const [flag, given] of Object.entries({ port, screens }))
      if (given !== undefined && !isPort(given))
        return refused(`--${flag} 1024 ile 65535 arasında bir sayı olmalı; "${given}" verildi.`);
    if (join !== undefined && values['set-up'])
      return refused(
        '--set-up ile --join birlikte olmaz: şube ya burada kurulur ya da bir şubeye katılınır.',
      );
    const place = join === undefined ? undefined : placeOf(join);
    if (join !== undefined && place === undefined)
      return refused(`--join için merkezin adresini yazın, örnek: 192.168.1.20; "${join}" verildi.`);
    const steps: FirstStep[] = [];
    if (values['set-up']) steps.push({ kind: 'set_up' });
    if (place !== undefined) steps.push({ kind: 'join', ...place });
    if (port !== undefined) steps.push({ kind: 'listen_at', port: Number(port) });
    if (screens !== undefined) steps.push({ kind: 'serve_screens', port: Number(screens) });
    if (values['take-over']) steps.push({ kind: 'take_over' });
    if (values.pair) steps.push({ kind: 'pair' });
    return { ok: true, options: { dataDir: resolve(values['data-dir'] ?? usualDataDir('hub')), steps } };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : '';
    return refused(`Seçenekler anlaşılamadı (${reason}). ${usage}`);
  }
}

/** `192.168.1.20`, `merkez.local:41710`, `[fe80::1]:41710`. */
function placeOf(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, bracketed, plain, port] = /^(?:\[([\da-fA-F:]+)\]|([\w.-]+))(?::(\d+))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined || (port !== undefined && !isPort(port))) return undefined;
  return { host, port: port === undefined ? defaultHubPort : Number(port) };
}

function isPort(text: string): boolean {
  return /^\d{4,5}$/.test(text) && Number(text) >= 1_024 && Number(text) <= 65_535;
}

function refused(sentence: string): ParsedHubOptions {
  return { ok: false, sentence };
}
