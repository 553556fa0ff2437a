import { create } from 'zustand';
import { goTo } from './route.ts';

/** A consumer found elsewhere, on the way to the solution point's form; null once it has been taken. */
export const useChosenConsumer = create<{ readonly consumerId: string | null }>(() => ({ consumerId: null }));

export function chooseConsumer(consumerId: string): void {
  useChosenConsumer.setState({ consumerId });
  goTo({ screen: 'solutionPoint' });
}

export function takeChosenConsumer(): void {
  useChosenConsumer.setState({ consumerId: null });
}
