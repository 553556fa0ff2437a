import { notifications } from '@mantine/notifications';
import type { ScreenFailure } from '../lib/screen-result.ts';

/** A short sentence that something is done; read out by screen readers, gone by itself. */
export function notifyDone(message: string): void {
  notifications.show({ message, color: 'petrol', autoClose: 4_000 });
}

/** A refusal that belongs to no field and no panel. Stays until it is closed or the next one comes. */
export function notifyFailure(failure: ScreenFailure): void {
  // The banner says it already, and it says it better.
  if (failure.code === 'host_unreachable') return;
  const reference = failure.reference === undefined ? '' : ` (${failure.reference})`;
  notifications.show({
    id: 'failure',
    message: failure.message + reference,
    color: 'red',
    role: 'alert',
    autoClose: 12_000,
  });
}
