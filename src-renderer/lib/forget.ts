import { leaveRoutes } from './route.ts';

/** After signing out: a new page holds no answer, draft or scroll position of whoever worked here. */
export function forgetEverything(): void {
  leaveRoutes();
  location.reload();
}
