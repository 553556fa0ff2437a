import { QueryClient } from '@tanstack/react-query';

/**
 * The core is on this PC: a call must go out also while the browser believes itself offline, and announcements
 * say what is stale, so nothing is fetched on a timer or on focus. Personal data leaves the cache a minute
 * after its screen.
 */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 0,
        gcTime: 60_000,
      },
    },
  });
}
