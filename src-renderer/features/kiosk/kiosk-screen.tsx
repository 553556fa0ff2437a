import { useCallback, useEffect } from 'react';
import type { z } from 'zod';
import type { kioskContract } from '../../../src-shared/contract/kiosk.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import { formatTime } from '../../../src-shared/text/format.ts';
import { FollowedView } from '../../components/screen/followed-view.tsx';
import { useText } from '../../i18n/use-text.ts';
import type { Followed } from '../../lib/screen/follower.ts';
import type { ScreenClient } from '../../lib/screen/screen-client.ts';
import { useFollowed } from '../../lib/screen/use-followed.ts';
import { useLockedDown } from '../../lib/screen/use-locked-down.ts';
import { ChoosePage } from './choose-page.tsx';
import { FailedPage } from './failed-page.tsx';
import { GivenPage } from './given-page.tsx';
import classes from './kiosk.module.css';
import { setKioskBusy } from './kiosk-busy.ts';
import { KioskHeader } from './kiosk-header.tsx';
import { SorryPage } from './sorry-page.tsx';
import { kioskText } from './text.ts';
import { type Issuing, useIssuing } from './use-issuing.ts';
import { useSlip } from './use-slip.ts';

type Client = ScreenClient<typeof kioskContract>;
type KioskState = z.output<(typeof kioskContract)['kiosk.state']['output']>;

/** Stands in the hall and gives numbers; nobody is signed in. */
export function KioskScreen({ client }: { readonly client: Client }) {
  useLockedDown();
  const followed = useFollowed(client, 'kiosk.state', { keptAs: 'banko.kiosk.last' });
  const issuing = useIssuing(client);
  const isBusy = issuing.step.kind !== 'choosing';
  useEffect(() => setKioskBusy(isBusy), [isBusy]);
  return (
    <FollowedView followed={followed}>
      {(state) => (
        <div className={classes.kiosk}>
          <KioskHeader branchName={state.branchName} />
          <Page client={client} state={state} followed={followed} issuing={issuing} />
        </div>
      )}
    </FollowedView>
  );
}

type PageProps = {
  readonly client: Client;
  readonly state: KioskState;
  readonly followed: Followed<KioskState>;
  readonly issuing: Issuing;
};

function Page({ client, state, followed, issuing: { step, issue, begin } }: PageProps) {
  const text = useText(kioskText);
  const { hasPrinter } = state;
  const choose = useCallback(
    (categoryCode: string, priority: boolean) => void issue({ categoryCode, priority, onPaper: hasPrinter }),
    [issue, hasPrinter],
  );
  const slip = useSlip(client, step.kind === 'given' ? step.given.printJobId : null);
  switch (step.kind) {
    case 'choosing':
      if (followed.link === 'lost' || !state.canIssue) return <OutOfOrder followed={followed} />;
      return <ChoosePage categories={state.categories} onChoose={choose} />;
    case 'giving':
      return <SorryPage title={text.giving} />;
    case 'given':
      return <GivenPage given={step.given} followBase={state.followBase} slip={slip} onDone={begin} />;
    case 'refused':
      return <FailedPage title={text.refused} hint={step.sentence} onBack={begin} />;
    case 'unsure': {
      const { wanted } = step;
      const again = () => void issue(wanted);
      return <FailedPage title={text.unsure} hint={text.unsureHint} onAgain={again} onBack={begin} />;
    }
    default:
      return assertNever(step);
  }
}

function OutOfOrder({ followed: { link, at } }: Pick<PageProps, 'followed'>) {
  const text = useText(kioskText);
  const why =
    link === 'lost' && at !== null ? text.lastHeard(formatTime(new Date(at).toISOString())) : text.hubAway;
  return (
    <SorryPage title={text.outOfOrder} hint={text.outOfOrderHint}>
      <p className={classes.why}>{why}</p>
    </SorryPage>
  );
}
