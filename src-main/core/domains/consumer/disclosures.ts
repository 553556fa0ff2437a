import type { Clock } from '../../ports.ts';
import type { OpenSession } from '../../sessions.ts';

/** About as long as one visitor stays; who stays longer is recorded once more. */
const openMinutes = 30;

export type Disclosures = {
  readonly opened: (window: string, session: OpenSession | null, consumerId: string) => void;
  readonly isOpen: (window: string, session: OpenSession | null, consumerId: string) => boolean;
};

/** Which accounts are open to which window, by what was put on record. In memory: a start asks again. */
export function createDisclosures(clock: Clock): Disclosures {
  const openedAt = new Map<string, number>();
  const keyOf = (window: string, session: OpenSession | null, consumerId: string) =>
    `${window}/${session?.user.id ?? ''}/${consumerId}`;
  return {
    opened: (window, session, consumerId) => {
      for (const [key, at] of openedAt) if (isOver(at)) openedAt.delete(key);
      openedAt.set(keyOf(window, session, consumerId), clock.now());
    },
    isOpen: (window, session, consumerId) => {
      const at = openedAt.get(keyOf(window, session, consumerId));
      return at !== undefined && !isOver(at);
    },
  };

  function isOver(at: number): boolean {
    return clock.now() - at >= openMinutes * 60_000;
  }
}
