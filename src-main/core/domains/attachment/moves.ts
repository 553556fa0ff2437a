export type Move = { readonly direction: 'sending' | 'fetching'; readonly moved: number };

/** How far the bytes on their way have come. In memory only: after a restart whoever moves them asks again. */
export type Moves = {
  readonly of: (id: string) => Move | undefined;
  readonly set: (id: string, move: Move) => void;
  readonly end: (id: string) => void;
};

/** @param onChanged called after each change: the screen shows it */
export function createMoves(onChanged: () => void): Moves {
  const moves = new Map<string, Move>();
  return {
    of: (id) => moves.get(id),
    set: (id, move) => {
      moves.set(id, move);
      onChanged();
    },
    end: (id) => {
      if (moves.delete(id)) onChanged();
    },
  };
}
