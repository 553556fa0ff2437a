import { useCallback, useState } from 'react';
import { type DisplayState, displayContract } from '../../../src-shared/contract/display.ts';
import { FollowedView } from '../../components/screen/followed-view.tsx';
import { LostNotice } from '../../components/screen/lost-notice.tsx';
import { coreNow } from '../../lib/screen/core-now.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { useFollowed } from '../../lib/screen/use-followed.ts';
import { useNow } from '../../lib/use-now.ts';
import { useScheme } from '../../lib/use-scheme.ts';
import { useWakeLock } from '../../lib/use-wake-lock.ts';
import { useDisplaySettings } from './display-settings.ts';
import css from './hall.module.css';
import { HallView } from './hall-view.tsx';
import { SetupDialog, toggleFullScreen } from './setup-dialog.tsx';
import { SoundNotice } from './sound-notice.tsx';
import { useAnnouncer } from './use-announcer.ts';
import { useSaying } from './use-saying.ts';
import { useSetupKeys } from './use-setup-keys.ts';

export const displayMethods = { 'display.state': displayContract['display.state'] } as const;

type Props = { readonly client: ScreenClient<typeof displayMethods> };

/** The hall's waiting display: recovers by itself, and says of old news how old they are. */
export function DisplayScreen({ client }: Props) {
  const followed = useFollowed(client, 'display.state', { keptAs: 'banko.ekran.son' });
  const { value, at, link } = followed;
  const { mode, scheme } = useDisplaySettings();
  const [isSettingUp, setSettingUp] = useState(false);
  const { call: saying } = useSaying();
  const now = useNow();
  // What was kept from before a power cut is shown, and not called out again.
  const { sound, unblock, tryOut } = useAnnouncer(link === 'connected' ? value : undefined);
  const open = useCallback(() => setSettingUp(true), []);
  useSetupKeys({ onOpen: open, onTry: tryOut, onFullScreen: toggleFullScreen, onAnything: unblock });
  useScheme(scheme);
  useWakeLock();

  const view = (state: DisplayState) => (
    <HallView
      state={state}
      saying={saying}
      now={coreNow(state.now, at, now)}
      notices={
        <div className={css.notices}>
          <LostNotice
            className={css.band}
            link={link}
            heardAt={state.now}
            now={coreNow(state.now, at, now)}
          />
          <SoundNotice sound={sound} mode={mode} onUnblock={unblock} />
        </div>
      }
    />
  );
  return (
    <>
      <FollowedView followed={followed}>{view}</FollowedView>
      <SetupDialog isOpen={isSettingUp} onClose={() => setSettingUp(false)} onTry={tryOut} />
    </>
  );
}
