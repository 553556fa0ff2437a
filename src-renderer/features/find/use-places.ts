import { workLists } from '../../../src-shared/contract/application.ts';
import { useCommonText, useLabels } from '../../i18n/use-text.ts';
import type { ScreenName } from '../../lib/route.ts';
import { sectionsOf } from '../../lib/settings-sections.ts';
import { useUser } from '../../lib/use-session.ts';
import type { Place } from './find-results.ts';

/** Every screen that this person may open, by name; each work list and each section of the settings is one. */
export function usePlaces(mayOpen: (screen: ScreenName) => boolean): readonly Place[] {
  const { screens } = useCommonText();
  const labels = useLabels();
  const user = useUser();
  const places: readonly Place[] = [
    { label: screens.reception, route: { screen: 'reception' } },
    { label: screens.solutionPoint, route: { screen: 'solutionPoint' } },
    ...workLists.map((list) => ({
      label: `${screens.workLists} · ${labels.workList[list]}`,
      route: { screen: 'workLists', list } as const,
    })),
    { label: screens.rooms, route: { screen: 'rooms' } },
    { label: screens.switchboard, route: { screen: 'switchboard' } },
    ...(user === undefined ? [] : sectionsOf(user.role)).map(({ name }) => ({
      label: `${screens.settings} · ${labels.settingsSection[name]}`,
      route: { screen: 'settings', section: name } as const,
    })),
  ];
  return places.filter(({ route }) => mayOpen(route.screen));
}
