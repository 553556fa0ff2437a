import { useEffect, useMemo } from 'react';
import { FollowedView } from '../../components/screen/followed-view.tsx';
import { NoticePage } from '../../components/screen/notice-page.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { useFollowed } from '../../lib/screen/use-followed.ts';
import { useLockedDown } from '../../lib/screen/use-locked-down.ts';
import { useScheme } from '../../lib/use-scheme.ts';
import { useWakeLock } from '../../lib/use-wake-lock.ts';
import { BlankPage } from './blank-page.tsx';
import { setSignerBusy } from './signer-busy.ts';
import { callOfScreen, type SignerMethods } from './signer-calls.ts';
import { SignerView } from './signer-view.tsx';
import { signerText } from './text.ts';

/** A second monitor or a tablet in the branch. Nothing of a consumer is kept in its browser. */
export function SignerScreen({ client }: { readonly client: ScreenClient<SignerMethods> }) {
  const text = useText(signerText);
  const followed = useFollowed(client, 'signing.current');
  const call = useMemo(() => callOfScreen(client), [client]);
  const isBusy = followed.value !== undefined && followed.value !== null;
  useLockedDown();
  useScheme();
  useWakeLock();
  useEffect(() => setSignerBusy(isBusy), [isBusy]);
  if (followed.link === 'withdrawn')
    return <NoticePage title={text.withdrawn} hint={text.withdrawnHint} isBad />;
  return (
    <FollowedView followed={followed}>
      {(signing) =>
        signing === null ? (
          <BlankPage isLost={followed.link === 'lost'} />
        ) : (
          <SignerView
            key={signing.signingId}
            call={call}
            signing={signing}
            isLost={followed.link === 'lost'}
          />
        )
      }
    </FollowedView>
  );
}

/** In place of the screen where this browser was never paired. */
export function SignerWithoutKey() {
  const text = useText(signerText);
  return <NoticePage title={text.noKey} hint={text.noKeyHint} />;
}
