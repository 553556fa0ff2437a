import { leaveRoutes } from './route.ts';
import { isIdentityKey } from './window-identity.ts';

const personKey = 'banko.person';

/** After signing out: a new page, and nothing kept in this tab, of whoever worked here. */
export function forgetEverything(): void {
  leaveRoutes();
  forgetKept();
  location.reload();
}

/** Somebody has signed in: where another had left work in this tab without signing out, that goes first. */
export function beginWorkOf(userId: string): void {
  const before = sessionStorage.getItem(personKey);
  if (before === userId) return;
  if (before !== null) forgetKept();
  sessionStorage.setItem(personKey, userId);
  if (before !== null) location.reload();
}

function forgetKept(): void {
  for (const key of Object.keys(sessionStorage)) if (!isIdentityKey(key)) sessionStorage.removeItem(key);
}
