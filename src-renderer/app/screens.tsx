import { Activity, type ReactNode, useState } from 'react';
import type { Role } from '../../src-shared/ledger/other-entries.ts';
import { assertNever } from '../../src-shared/text/assert-never.ts';
import { StateEmpty } from '../components/state-empty.tsx';
import { ApplicationFileScreen } from '../features/application-file/application-file-screen.tsx';
import { ReceptionScreen } from '../features/reception/reception-screen.tsx';
import { RoomsScreen } from '../features/rooms/rooms-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SolutionPointScreen } from '../features/solution-point/solution-point-screen.tsx';
import { SwitchboardScreen } from '../features/switchboard/switchboard-screen.tsx';
import { WorkListsScreen } from '../features/work-lists/work-lists-screen.tsx';
import { useText } from '../i18n/use-text.ts';
import { type Route, type ScreenName, useRoute } from '../lib/route.ts';
import { ScreenBoundary } from './screen-boundary.tsx';
import { mayOpen } from './screens-of-role.ts';
import { appText } from './texts.ts';

/** A half-written form is still there when its screen is shown again. */
const kept: readonly ScreenName[] = ['reception', 'solutionPoint', 'rooms', 'workLists', 'switchboard'];

/** The screen of the current route, with the visited main screens kept behind it. */
export function Screens({ role }: { readonly role: Role }) {
  const text = useText(appText);
  const { route } = useRoute();
  const [visited, setVisited] = useState<readonly Route[]>([]);
  if (route === null) return null;
  if (!mayOpen(role, route.screen)) return <StateEmpty title={text.notForRole} />;
  if (kept.includes(route.screen) && !visited.includes(route))
    setVisited([...visited.filter(({ screen }) => screen !== route.screen), route]);
  return (
    <>
      {visited.map((place) => (
        <Activity key={place.screen} mode={place.screen === route.screen ? 'visible' : 'hidden'}>
          <ScreenBoundary>{screenOf(place)}</ScreenBoundary>
        </Activity>
      ))}
      {!kept.includes(route.screen) && (
        <ScreenBoundary key={route.screen === 'applicationFile' ? route.id : route.screen}>
          {screenOf(route)}
        </ScreenBoundary>
      )}
    </>
  );
}

function screenOf(route: Route): ReactNode {
  switch (route.screen) {
    case 'reception':
      return <ReceptionScreen />;
    case 'solutionPoint':
      return <SolutionPointScreen />;
    case 'rooms':
      return <RoomsScreen />;
    case 'workLists':
      return <WorkListsScreen list={route.list} />;
    case 'applicationFile':
      return <ApplicationFileScreen id={route.id} tab={route.tab ?? 'timeline'} />;
    case 'switchboard':
      return <SwitchboardScreen />;
    case 'settings':
      return <SettingsScreen section={route.section} />;
    default:
      return assertNever(route);
  }
}
