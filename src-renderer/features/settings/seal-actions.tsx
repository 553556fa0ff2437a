import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmBar } from '../../components/confirm-bar.tsx';
import { notifyDone, notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCommand } from '../../lib/use-method.ts';
import { sealText } from './seal-text.ts';

/** Where there is no seal, one for trials; where there is one, taking it away, which nobody can take back. */
export function SealActions({ hasSeal }: { readonly hasSeal: boolean }) {
  const text = useText(sealText);
  const makeOwn = useCommand('seal.makeOwn');
  const remove = useCommand('seal.remove');
  const [isAsking, setAsking] = useState(false);

  const make = async () => {
    const result = await makeOwn.run({});
    if (result.ok) notifyDone(text.made);
    else notifyFailure(result.error);
  };
  const takeAway = async () => {
    const result = await remove.run({});
    setAsking(false);
    if (result.ok) notifyDone(text.removed);
    else notifyFailure(result.error);
  };

  if (!hasSeal)
    return (
      <Button variant="default" loading={makeOwn.isRunning} onClick={() => void make()}>
        {text.makeOwn}
      </Button>
    );
  if (isAsking)
    return (
      <ConfirmBar
        question={text.removeAsk}
        confirmLabel={text.remove}
        isRunning={remove.isRunning}
        onConfirm={() => void takeAway()}
        onCancel={() => setAsking(false)}
      />
    );
  return (
    <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
      {text.remove}
    </Button>
  );
}
