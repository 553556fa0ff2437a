import type { ActAnswer, SigningPlace, SigningStage } from '../../../../src-shared/contract/signing.ts';
import type { PublishedText } from '../text/texts.repo.ts';

/** One text before the consumer, and how far they are with it. */
export type Act = {
  readonly actId: string;
  readonly text: PublishedText;
  readonly readShare: number;
  readonly answer: ActAnswer | null;
};

export type Signing = {
  readonly signingId: string;
  /** The clerk's window, and who sat at it. */
  readonly window: string;
  readonly userId: string;
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly language: string;
  readonly where: SigningPlace;
  readonly acts: readonly Act[];
  readonly end: 'done' | 'given_up' | null;
  readonly isSigned: boolean;
  /** The consumer's screen has gone blank again. */
  readonly isBlank: boolean;
};

/** The signings that go on now, one for each clerk's window. In memory alone: a start gives them all up. */
export type Signings = {
  readonly byId: (id: string) => Signing | undefined;
  readonly atWindow: (window: string) => Signing | undefined;
  readonly at: (where: SigningPlace) => Signing | undefined;
  /** In the place of what was at that window. */
  readonly begin: (signing: Signing) => void;
  readonly change: (id: string, change: (signing: Signing) => Signing) => void;
};

export function createSignings(onChanged: () => void): Signings {
  const byWindow = new Map<string, Signing>();
  const find = (isWanted: (signing: Signing) => boolean) => [...byWindow.values()].findLast(isWanted);
  const byId = (id: string) => find(({ signingId }) => signingId === id);
  return {
    byId,
    atWindow: (window) => byWindow.get(window),
    at: (where) => find((one) => one.where === where && one.end !== 'given_up' && !one.isBlank),
    begin: (signing) => {
      // Last in the order of the map: the latest is the one that its screen shows.
      byWindow.delete(signing.window);
      byWindow.set(signing.window, signing);
      onChanged();
    },
    change: (id, change) => {
      const signing = byId(id);
      if (signing === undefined) return;
      byWindow.set(signing.window, change(signing));
      onChanged();
    },
  };
}

export function stageOf({ end, acts }: Pick<Signing, 'end' | 'acts'>): SigningStage {
  if (end !== null) return end;
  if (acts.every(({ answer }) => answer !== null)) return 'signing';
  return acts.some(({ answer, readShare }) => answer !== null || readShare > 0) ? 'reading' : 'waiting';
}

/** Only what is agreed to is signed for; to refuse takes a touch. */
export function signatureOf({ acts, isSigned }: Pick<Signing, 'acts' | 'isSigned'>) {
  if (isSigned) return 'given';
  return acts.some(({ answer }) => answer === 'accepted') ? 'needed' : 'not_needed';
}
