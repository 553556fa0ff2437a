import { useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../lib/use-method.ts';
import { ActionButton } from './action-button.tsx';
import { branchText } from './branch-text.ts';
import { ConfirmBar } from './confirm-bar.tsx';
import { notifyDone, notifyFailure } from './notify.ts';

/** Makes this PC the hub, after saying how the numbers will go on: a number on paper can't be taken back. */
export function TakeOver() {
  const text = useText(branchText);
  const [isAsked, setAsked] = useState(false);
  const { data } = useQueryMethod('branch.state', {});
  const takeOver = useCommand('branch.takeOver');
  const how = data?.takeOver ?? null;
  if (how === null) return null;

  async function run(): Promise<void> {
    const result = await takeOver.run({});
    setAsked(false);
    if (result.ok) notifyDone(text.tookOver);
    else notifyFailure(result.error);
  }

  if (isAsked)
    return (
      <ConfirmBar
        question={text.takeOverHow[how]}
        confirmLabel={text.takeOverConfirm}
        isRunning={takeOver.isRunning}
        onConfirm={() => void run()}
        onCancel={() => setAsked(false)}
      />
    );
  return (
    <ActionButton
      label={text.takeOver}
      keyName="alt+M"
      run={() => setAsked(true)}
      size="xs"
      variant="default"
    />
  );
}
