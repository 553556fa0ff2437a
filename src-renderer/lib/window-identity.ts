const tokenKey = 'banko.token';
const windowKey = 'banko.window';

/** What a tab keeps beyond a session: who the window is, not who worked in it. */
export function isIdentityKey(key: string): boolean {
  return key === tokenKey || key === windowKey;
}

/**
 * The web host's per-launch token from `#token=…`, moved out of the address at once so that it is neither
 * bookmarked nor read over a shoulder. Empty where the page was opened without one: the host then refuses.
 */
export function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token !== null && token !== '') {
    sessionStorage.setItem(tokenKey, token);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}

/** One tab, one session: survives a reload, ends with the tab. */
export function windowId(): string {
  const known = sessionStorage.getItem(windowKey);
  if (known !== null) return known;
  const made = crypto.randomUUID();
  sessionStorage.setItem(windowKey, made);
  return made;
}
