import { useState } from 'react';
import { FrontPage } from '../../components/front-page.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { ChoiceCards } from './choice-cards.tsx';
import { PreparingSample } from './preparing-sample.tsx';
import { showSampleUsers } from './sample-users-store.ts';
import { SetUpForm } from './set-up-form.tsx';
import { firstRunText } from './text.ts';

/** Nothing is on this PC yet: set a workplace up, or look around with made-up data. */
export function FirstRunScreen() {
  const text = useText(firstRunText);
  const [isSettingUp, setSettingUp] = useState(false);
  const sample = useCommand('system.loadSample');
  const loadSample = async () => {
    const result = await sample.run({});
    if (result.ok) showSampleUsers(result.value.users);
  };

  if (isSettingUp)
    return (
      <FrontPage title={text.setUpTitle} lead={text.setUpLead} width={44}>
        <SetUpForm onBack={() => setSettingUp(false)} />
      </FrontPage>
    );
  if (sample.isRunning)
    return (
      <FrontPage title={text.preparing} width={34}>
        <PreparingSample />
      </FrontPage>
    );
  return (
    <FrontPage title={text.title} lead={text.lead} width={48}>
      {sample.failure !== null && <StateError failure={sample.failure} onRetry={() => void loadSample()} />}
      <ChoiceCards onSetUp={() => setSettingUp(true)} onSample={() => void loadSample()} />
    </FrontPage>
  );
}
