import { displayContract } from '../../../src-shared/contract/display.ts';
import { FollowedView } from '../../components/screen/followed-view.tsx';
import { LostNotice } from '../../components/screen/lost-notice.tsx';
import { coreNow } from '../../lib/screen/core-now.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { useFollowed } from '../../lib/screen/use-followed.ts';
import { useNow } from '../../lib/use-now.ts';
import { useScheme } from '../../lib/use-scheme.ts';
import { useWakeLock } from '../../lib/use-wake-lock.ts';
import css from './door.module.css';
import { DoorView } from './door-view.tsx';

export const doorMethods = { 'door.state': displayContract['door.state'] } as const;

type Props = { readonly client: ScreenClient<typeof doorMethods> };

export function DoorScreen({ client }: Props) {
  const followed = useFollowed(client, 'door.state', { keptAs: 'banko.kapi.son' });
  const { at, link } = followed;
  const deviceNow = useNow();
  useScheme();
  useWakeLock();
  return (
    <FollowedView followed={followed}>
      {(state) => {
        const now = coreNow(state.now, at, deviceNow);
        const notice = <LostNotice className={css.band} link={link} heardAt={state.now} now={now} />;
        return <DoorView state={state} now={now} notices={notice} />;
      }}
    </FollowedView>
  );
}
