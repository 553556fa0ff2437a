import type { TroubleKind } from '../../src-shared/contract/system.ts';
import { StoreTrouble, troubleKindOf, troubleSentences } from './db/store-trouble.ts';
import { KeyTrouble, type Ports } from './ports.ts';

export type Trouble = { readonly kind: TroubleKind; readonly sentence: string };

/**
 * What kept the store from opening, for the screen; logged once, under a reference that the screen shows where
 * only the log can tell more.
 */
export function explainTrouble(error: unknown, { ids, log }: Pick<Ports, 'ids' | 'log'>): Trouble {
  const kind = troubleKindOf(error) ?? 'unexpected';
  const reference = ids.uuid().slice(-8);
  const cause = error instanceof StoreTrouble ? (error.cause ?? error) : error;
  log.error('the store did not open', { kind, reference }, cause);
  if (kind === 'unexpected') {
    const next = `Yeniden deneyin; düzelmezse ${reference} hata koduyla desteğe başvurun.`;
    return { kind, sentence: `${troubleSentences[kind]} ${next}` };
  }
  if (error instanceof StoreTrouble) return { kind, sentence: error.sentence };
  if (error instanceof KeyTrouble) return { kind, sentence: error.message };
  return { kind, sentence: troubleSentences[kind] };
}
