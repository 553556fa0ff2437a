import { keyInAddress, type ScreenPage, screenPages } from '../../../src-shared/text/screen-url.ts';

/**
 * The key of this screen: from `#anahtar=…` when it is opened for the first time, moved out of the address at once
 * so that nobody reads it over a shoulder, then from where the browser keeps it. Null where there is none.
 */
export function takeScreenKey(page: ScreenPage): string | null {
  const kept = storageOf(page);
  const name = `banko.${page}.${keyInAddress}`;
  const given = keyInHash();
  if (given !== null) {
    kept.setItem(name, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return kept.getItem(name);
}

/** Whoever opens another link in the same tab changes the address alone: the page begins anew with that key. */
export function followNewKeys(): void {
  window.addEventListener('hashchange', () => {
    if (keyInHash() !== null) location.reload();
  });
}

function keyInHash(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get(keyInAddress);
  return key !== null && /^[\w-]{16,100}$/.test(key) ? key : null;
}

/** A screen outlives its browser; of a phone each tab follows a number of its own. */
function storageOf(page: ScreenPage): Storage {
  return page === screenPages.visitor ? sessionStorage : localStorage;
}
