import { parseArgs } from 'node:util';

export type BenchOptions = {
  readonly applications: number;
  /** Pushed and pulled through the gateway. */
  readonly entries: number;
  readonly only: ReadonlySet<string>;
  /** dist holds what the sources say. */
  readonly isBuilt: boolean;
};

export const figureNames = [
  'register',
  'search',
  'lists',
  'refold',
  'scroll',
  'papers',
  'ticket',
  'consents',
  'ready',
  'push',
  'queue',
  'hub',
  'gateway',
  'counters',
] as const;

export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      built: { type: 'boolean', default: false },
      /** For trying the benchmark itself. */
      applications: { type: 'string' },
      entries: { type: 'string' },
    },
  });
  const unknown = values.only.filter((name) => !figureNames.some((known) => known === name));
  if (unknown.length > 0) throw new Error(`--only: ${unknown.join(', ')}? ${figureNames.join(' | ')}`);
  const applications = Number(values.applications ?? (values.full ? 1_000_000 : 100_000));
  if (!Number.isInteger(applications) || applications < 1_000)
    throw new Error('--applications 1000 ya da daha büyük bir tam sayı olmalı');
  const entries = Number(values.entries ?? 100_000);
  if (!Number.isInteger(entries) || entries < 1_000)
    throw new Error('--entries 1000 ya da daha büyük bir tam sayı olmalı');
  const only = new Set<string>(values.only.length > 0 ? values.only : figureNames);
  return { applications, entries, only, isBuilt: values.built };
}
