/** What the program can do to a window when it ends; `app` and the windows know each other by this alone. */
export type Closable = {
  /** False where the window's `close` was prevented. */
  readonly closeByProgram: () => boolean;
};

const windows = new Set<Closable>();

export const openWindows = (): readonly Closable[] => [...windows];
export const addWindow = (window: Closable): void => void windows.add(window);
/** Says how many are left. */
export function removeWindow(window: Closable): number {
  windows.delete(window);
  return windows.size;
}
