const minuteMs = 60_000;

export type Elapsed = { readonly hours: number; readonly minutes: number; readonly seconds: number };

/** Whole hours, minutes and seconds from an instant to `now`; zero where the instant lies ahead. */
export function elapsedSince(iso: string, now: number): Elapsed {
  const total = Math.max(0, Math.floor((now - Date.parse(iso)) / 1_000));
  return { hours: Math.floor(total / 3_600), minutes: Math.floor(total / 60) % 60, seconds: total % 60 };
}

/** `4:07`, `1:04:07`: for what runs on the screen. */
export function formatElapsed({ hours, minutes, seconds }: Elapsed): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

export type BacklogLevel = 'fresh' | 'old' | 'critical';

/** How worrying it is that an entry of this age has not reached the CRM yet. */
export function backlogLevel(oldestUnsentAt: string | null, now: number): BacklogLevel {
  if (oldestUnsentAt === null) return 'fresh';
  const age = now - Date.parse(oldestUnsentAt);
  if (age > 4 * 60 * minuteMs) return 'critical';
  return age > 15 * minuteMs ? 'old' : 'fresh';
}
