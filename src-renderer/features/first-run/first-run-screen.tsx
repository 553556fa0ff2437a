import { Paper } from '@mantine/core';
import { useState } from 'react';
import { FrontPage } from '../../components/front-page.tsx';
import { JoinBranchForm } from '../../components/join-branch-form.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { ChoiceCards } from './choice-cards.tsx';
import { PreparingSample } from './preparing-sample.tsx';
import { SetUpForm } from './set-up-form.tsx';
import { firstRunText } from './text.ts';

/** Nothing is on this PC yet: set a workplace up, look around with made-up data, or join a branch that is there. */
export function FirstRunScreen() {
  const text = useText(firstRunText);
  const [way, setWay] = useState<'set_up' | 'join' | null>(null);
  const sample = useCommand('system.loadSample');

  if (way === 'set_up')
    return (
      <FrontPage title={text.setUpTitle} lead={text.setUpLead} width={44}>
        <SetUpForm onBack={() => setWay(null)} />
      </FrontPage>
    );
  if (way === 'join')
    return (
      <FrontPage title={text.join} lead={text.joinLead} width={44}>
        <Paper p="lg" bg="var(--bk-surface)">
          <JoinBranchForm asksForDesk onBack={() => setWay(null)} />
        </Paper>
      </FrontPage>
    );
  if (sample.isRunning)
    return (
      <FrontPage title={text.preparing} width={34}>
        <PreparingSample />
      </FrontPage>
    );
  return (
    <FrontPage title={text.title} lead={text.lead} width={60}>
      {sample.failure !== null && <StateError failure={sample.failure} onRetry={() => void sample.run({})} />}
      <ChoiceCards
        onSetUp={() => setWay('set_up')}
        onSample={() => void sample.run({})}
        onJoin={() => setWay('join')}
      />
    </FrontPage>
  );
}
