import { create } from 'zustand';

/** Whether the core's process answered the last call. */
export const useHostStatus = create<{ readonly isReachable: boolean }>(() => ({ isReachable: true }));

export function reportHost(isReachable: boolean): void {
  if (useHostStatus.getState().isReachable !== isReachable) useHostStatus.setState({ isReachable });
}
