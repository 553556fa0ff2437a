/**
 * Whoever asks while the same question is being answered and nothing was written since it was put gets that answer:
 * after each call all displays of a hall ask at once.
 * @param version changes with every commit
 */
export function shareAnswer<T>(version: () => number, answer: () => Promise<T>): () => Promise<T> {
  let current: { readonly version: number; readonly answer: Promise<T> } | undefined;
  return () => {
    const now = version();
    if (current?.version === now) return current.answer;
    const begun = {
      version: now,
      answer: answer().finally(() => {
        if (current === begun) current = undefined;
      }),
    };
    current = begun;
    return begun.answer;
  };
}
