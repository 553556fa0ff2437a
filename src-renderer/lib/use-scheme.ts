import { useEffect, useSyncExternalStore } from 'react';

export const schemes = ['system', 'dark', 'light'] as const;
type Scheme = (typeof schemes)[number];

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  prefersDark.addEventListener('change', listener);
  return () => prefersDark.removeEventListener('change', listener);
}

/** Dresses a page without Mantine in that scheme, or in what its device prefers: `data-scheme` of the root. */
export function useScheme(wanted: Scheme = 'system'): void {
  const isDark = useSyncExternalStore(subscribe, () => prefersDark.matches);
  useEffect(() => {
    const scheme = wanted === 'system' ? (isDark ? 'dark' : 'light') : wanted;
    document.documentElement.dataset.scheme = scheme;
    document.documentElement.style.colorScheme = scheme;
  }, [wanted, isDark]);
}
