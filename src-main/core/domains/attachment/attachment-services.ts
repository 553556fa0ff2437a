import type { Audit } from '../../audit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { SealedFiles } from '../../files/sealed-files.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Writer } from '../../write.ts';
import type { Fetcher } from './fetch.ts';
import type { Moves } from './moves.ts';

export type AttachmentServices = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly audit: Audit;
  readonly files: SealedFiles;
  readonly moves: Moves;
  readonly fetcher: Fetcher;
  readonly inTurn: InTurn;
};

/** Lets one at a time change a file. */
export type InTurn = <T>(id: string, run: () => Promise<T>) => Promise<T>;

export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (id, run) => {
    const before = last.get(id) ?? Promise.resolve();
    const mine = before.then(run, run);
    last.set(id, mine);
    const forget = () => {
      if (last.get(id) === mine) last.delete(id);
    };
    mine.then(forget, forget);
    return mine;
  };
}
