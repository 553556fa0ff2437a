import {
  IconDoor,
  IconHeadset,
  IconListDetails,
  IconPhone,
  type IconProps,
  IconSettings,
  IconSignRight,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { Mark } from '../../components/mark.tsx';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { goTo, type Route, type ScreenName, useRoute } from '../../lib/route.ts';
import { mayOpen } from '../screens-of-role.ts';
import { appText } from '../texts.ts';
import { HelpButton } from './help-button.tsx';
import classes from './shell.module.css';

type Place = {
  readonly route: Route;
  readonly name: Exclude<ScreenName, 'applicationFile'>;
  readonly keyName: string;
  readonly Icon: ComponentType<IconProps>;
};

const places: readonly Place[] = [
  { route: { screen: 'reception' }, name: 'reception', keyName: 'alt+1', Icon: IconSignRight },
  { route: { screen: 'solutionPoint' }, name: 'solutionPoint', keyName: 'alt+2', Icon: IconHeadset },
  {
    route: { screen: 'workLists', list: 'open' },
    name: 'workLists',
    keyName: 'alt+3',
    Icon: IconListDetails,
  },
  { route: { screen: 'rooms' }, name: 'rooms', keyName: 'alt+4', Icon: IconDoor },
  { route: { screen: 'switchboard' }, name: 'switchboard', keyName: 'alt+5', Icon: IconPhone },
  {
    route: { screen: 'settings', section: null },
    name: 'settings',
    keyName: 'alt+9',
    Icon: IconSettings,
  },
];

type RailProps = { readonly role: Role; readonly hasDesk: boolean };

/** The screens of this role, each with its key. */
export function Rail({ role, hasDesk }: RailProps) {
  const text = useText(appText);
  const common = useCommonText();
  const current = useRoute().route?.screen;
  const open = places.filter(({ name }) => mayOpen(role, name));
  useKeys(
    open.map(({ route, name, keyName }) => ({
      key: keyName,
      label: common.screens[name],
      run: () => goTo(route),
    })),
  );
  return (
    <nav className={classes.rail} aria-label={text.mainNavigation}>
      <div className={classes.mark}>
        <Mark size={26} />
      </div>
      {open.map(({ route, name, keyName, Icon }) => (
        <button
          key={name}
          type="button"
          className={classes.place}
          aria-current={current === name ? 'page' : undefined}
          aria-keyshortcuts={ariaKey(keyName)}
          onClick={() => goTo(route)}
        >
          <Icon size={22} stroke={1.6} aria-hidden />
          {common.screens[name]}
          <KeyHint keyName={keyName} />
        </button>
      ))}
      {hasDesk && <HelpButton />}
    </nav>
  );
}
