export type Window = {
  /** Resolves when a place is free, and holds it until the function that it gives is called. */
  readonly enter: () => Promise<() => void>;
};

/** How many requests may be unanswered at once: a centre throws out whoever exceeds its own window. */
export function createWindow(size: number): Window {
  const waiting: (() => void)[] = [];
  let taken = 0;

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) taken -= 1;
    else next();
  }

  function placeOf(): () => void {
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      leave();
    };
  }

  return {
    enter: async () => {
      if (taken < size) taken += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return placeOf();
    },
  };
}
