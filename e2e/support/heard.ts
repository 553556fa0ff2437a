import { expect, type Page } from '@playwright/test';

type HeardPiece = { readonly startAt: number; readonly duration: number };

/** Listens at the page's loudspeaker: what is scheduled when, and how loud it is right now. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: { startAt: number; duration: number }[] = [];
    let analyser: AnalyserNode | undefined;
    const start = AudioBufferSourceNode.prototype.start;
    AudioBufferSourceNode.prototype.start = function (when = 0, offset = 0, duration = 0) {
      heard.push({ startAt: when, duration });
      start.call(this, when, offset, duration);
    };
    const connect = AudioNode.prototype.connect;
    Object.defineProperty(AudioNode.prototype, 'connect', {
      value(this: AudioNode, target: AudioNode) {
        if (target instanceof AudioDestinationNode) {
          analyser ??= this.context.createAnalyser();
          Reflect.apply(connect, this, [analyser]);
        }
        return Reflect.apply(connect, this, [target]);
      },
    });
    Object.assign(globalThis, {
      heard,
      loudness: () => {
        if (analyser === undefined) return 0;
        const samples = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(samples);
        return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      },
    });
  });
}

export function heardOf(page: Page): Promise<readonly HeardPiece[]> {
  return page.evaluate(() => Reflect.get(globalThis, 'heard') as HeardPiece[]);
}

/** Something comes out of the loudspeaker. */
export async function expectSound(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => (Reflect.get(globalThis, 'loudness') as () => number)()))
    .toBeGreaterThan(0.02);
}

/** Pairs of pieces that sound at once, in the order in which they begin. */
export function overlaps(pieces: readonly HeardPiece[]): readonly (readonly [HeardPiece, HeardPiece])[] {
  const sorted = pieces.toSorted((a, b) => a.startAt - b.startAt);
  return sorted.slice(1).flatMap((piece, index) => {
    const before = sorted[index];
    // A microsecond: times are sums of fractions.
    const isOver = before !== undefined && before.startAt + before.duration > piece.startAt + 1e-6;
    return isOver ? [[before, piece] as const] : [];
  });
}
