/** Runs one job at a time; a wish that comes while it runs is answered by one more run. */
export type Worker = {
  readonly wake: () => void;
  /** Resolves when nothing runs. */
  readonly idle: () => Promise<void>;
  /** Lets the running job end; no other begins. */
  readonly stop: () => Promise<void>;
};

/** @param onError takes what `run` throws: only a bug or a broken store can cause it */
export function createWorker(run: () => Promise<void>, onError: (error: unknown) => void): Worker {
  let running: Promise<void> | undefined;
  let isAsked = false;
  let isStopped = false;

  async function drain(): Promise<void> {
    while (isAsked && !isStopped) {
      isAsked = false;
      try {
        await run();
      } catch (error) {
        onError(error);
      }
    }
    running = undefined;
  }

  return {
    wake: () => {
      if (isStopped) return;
      isAsked = true;
      running ??= drain();
    },
    idle: async () => running,
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}
