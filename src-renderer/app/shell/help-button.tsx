import { IconHandStop } from '@tabler/icons-react';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useCommand } from '../../lib/use-method.ts';
import { appText } from '../texts.ts';
import classes from './shell.module.css';

const keyName = 'alt+Y';

/** Asks every other desk for help; nothing sounds and nothing flashes at this one. */
export function HelpButton() {
  const text = useText(appText);
  const call = useCommand('help.call');

  async function ask(): Promise<void> {
    const result = await call.run({});
    if (!result.ok) notifyFailure(result.error);
  }
  useKeys([{ key: keyName, label: text.helpAsk, run: () => void ask() }]);
  return (
    <button
      type="button"
      className={`${classes.place} ${classes.help}`}
      aria-keyshortcuts={ariaKey(keyName)}
      onClick={() => void ask()}
    >
      <IconHandStop size={22} stroke={1.6} aria-hidden />
      {text.helpAsk}
      <KeyHint keyName={keyName} />
    </button>
  );
}
