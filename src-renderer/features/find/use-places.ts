import { workLists } from '../../../src-shared/contract/application.ts';
import { useCommonText, useLabels } from '../../i18n/use-text.ts';
import type { ScreenName } from '../../lib/route.ts';
import type { Place } from './find-results.ts';

/** Every screen that this person may open, by name; each work list is one. */
export function usePlaces(mayOpen: (screen: ScreenName) => boolean): readonly Place[] {
  const { screens } = useCommonText();
  const labels = useLabels();
  const places: readonly Place[] = [
    { label: screens.reception, route: { screen: 'reception' } },
    { label: screens.solutionPoint, route: { screen: 'solutionPoint' } },
    ...workLists.map((list) => ({
      label: `${screens.workLists} · ${labels.workList[list]}`,
      route: { screen: 'workLists', list } as const,
    })),
    { label: screens.switchboard, route: { screen: 'switchboard' } },
    { label: screens.settings, route: { screen: 'settings' } },
  ];
  return places.filter(({ route }) => mayOpen(route.screen));
}
