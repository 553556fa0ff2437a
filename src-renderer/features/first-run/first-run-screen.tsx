import { useState } from 'react';
import { FrontPage } from '../../components/front-page.tsx';
import { StateError } from '../../components/state-error.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { ChoiceCards } from './choice-cards.tsx';
import { PreparingSample } from './preparing-sample.tsx';
import { SetUpForm } from './set-up-form.tsx';
import { firstRunText } from './text.ts';

/** Nothing is on this PC yet: set a workplace up, or look around with made-up data. */
export function FirstRunScreen() {
  const text = useText(firstRunText);
  const [isSettingUp, setSettingUp] = useState(false);
  const sample = useCommand('system.loadSample');

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
      {sample.failure !== null && <StateError failure={sample.failure} onRetry={() => void sample.run({})} />}
      <ChoiceCards onSetUp={() => setSettingUp(true)} onSample={() => void sample.run({})} />
    </FrontPage>
  );
}
