import { create } from 'zustand';
import type { WorkList } from '../../src-shared/contract/application.ts';
import { workLists } from '../../src-shared/contract/application.ts';
import { type SettingsSection, settingsSections } from './settings-sections.ts';

export type Route =
  | { readonly screen: 'reception' }
  | { readonly screen: 'solutionPoint' }
  | { readonly screen: 'rooms' }
  | { readonly screen: 'workLists'; readonly list: WorkList }
  | { readonly screen: 'applicationFile'; readonly id: string; readonly tab?: 'consents' }
  | { readonly screen: 'switchboard' }
  /** The first section of the role where none is named. */
  | { readonly screen: 'settings'; readonly section: SettingsSection | null };
export type FileTab = 'timeline' | 'consents';
export type ScreenName = Route['screen'];

/** Null until somebody has signed in and their first screen is known. */
export const useRoute = create<{ readonly route: Route | null }>(() => ({ route: null }));

/** Shows a screen; Back returns to the one before. */
export function goTo(route: Route): void {
  const address = routeAddress(route);
  if (location.hash !== address) history.pushState(null, '', address);
  useRoute.setState({ route });
}

/** As `goTo`, leaving nothing to go back to. */
export function startAt(route: Route): void {
  history.replaceState(null, '', routeAddress(route));
  useRoute.setState({ route });
}

export function goBack(): void {
  history.back();
}

export function leaveRoutes(): void {
  history.replaceState(null, '', location.pathname + location.search);
  useRoute.setState({ route: null });
}

/** Follows Back and Forward; returns what ends it. */
export function followHistory(): () => void {
  function onPop(): void {
    const route = readRoute(location.hash);
    if (route !== undefined) useRoute.setState({ route });
  }
  window.addEventListener('popstate', onPop);
  return () => window.removeEventListener('popstate', onPop);
}

export function routeAddress(route: Route): string {
  switch (route.screen) {
    case 'applicationFile':
      return `#/applicationFile/${encodeURIComponent(route.id)}${route.tab === undefined ? '' : `/${route.tab}`}`;
    case 'workLists':
      return `#/workLists/${route.list}`;
    case 'settings':
      return route.section === null ? '#/settings' : `#/settings/${route.section}`;
    default:
      return `#/${route.screen}`;
  }
}

/** The route in an address, or undefined for one that we did not make. */
export function readRoute(hash: string): Route | undefined {
  const [screen, detail, part] = hash.replace(/^#\//, '').split('/');
  switch (screen) {
    case 'reception':
    case 'solutionPoint':
    case 'rooms':
    case 'switchboard':
      return { screen };
    case 'settings':
      return { screen, section: settingsSections.find(({ name }) => name === detail)?.name ?? null };
    case 'workLists': {
      const list = workLists.find((name) => name === detail);
      return list && { screen, list };
    }
    case 'applicationFile':
      if (detail === undefined || detail === '') return undefined;
      return { screen, id: decodeURIComponent(detail), ...(part === 'consents' && { tab: part }) };
    default:
      return undefined;
  }
}
