import { IconHandStop } from '@tabler/icons-react';
import type { HelpCall } from '../../../src-shared/contract/help.ts';
import type { Desk } from '../../../src-shared/contract/session.ts';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { notifyFailure } from '../../components/notify.ts';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { useCommand } from '../../lib/use-method.ts';
import { useQueue } from '../../lib/use-queue.ts';
import { appText } from '../texts.ts';
import classes from './notice-line.module.css';

const answerKey = 'alt+G';

/** Who asks for help, on every screen and without a sound: nobody at the calling desk notices it. */
export function HelpLine({ desk }: { readonly desk: Desk | null }) {
  const text = useText(appText);
  const { data } = useQueue();
  const answer = useCommand('help.answer');
  const takeBack = useCommand('help.takeBack');
  const calls = data?.helpCalls ?? [];
  const isOurs = (call: HelpCall) => desk !== null && call.desk.deskCode === desk.deskCode;
  const own = calls.find(isOurs);
  const others = calls.filter((call) => !isOurs(call) && call.answeredBy === null);
  const [first] = others;

  async function come({ id }: HelpCall): Promise<void> {
    const result = await answer.run({ helpId: id });
    if (!result.ok) notifyFailure(result.error);
  }
  async function withdraw({ id }: HelpCall): Promise<void> {
    const result = await takeBack.run({ helpId: id });
    if (!result.ok) notifyFailure(result.error);
  }
  useKeys([
    {
      key: answerKey,
      label: text.helpComing,
      run: () => first && void come(first),
      isEnabled: first !== undefined && desk !== null,
    },
  ]);

  return (
    <section className={classes.help} aria-label={text.helpCalls} aria-live="polite">
      {others.map((call) => (
        <div key={call.id} className={classes.notice} data-tone="warning">
          <span className={classes.icon} aria-hidden>
            <IconHandStop />
          </span>
          <span className={classes.words}>{text.helpWanted(call.desk.deskName)}</span>
          {desk !== null && (
            <button
              type="button"
              className={classes.undo}
              aria-keyshortcuts={call === first ? ariaKey(answerKey) : undefined}
              onClick={() => void come(call)}
            >
              {text.helpComing}
              {call === first && <KeyHint keyName={answerKey} />}
            </button>
          )}
        </div>
      ))}
      {own !== undefined && (
        <div className={classes.notice}>
          <span className={classes.icon} aria-hidden>
            <IconHandStop />
          </span>
          <span className={classes.words}>
            {own.answeredBy === null ? text.helpAsked : text.helpIsComing(own.answeredBy.deskName)}
          </span>
          {own.answeredBy === null && (
            <button type="button" className={classes.undo} onClick={() => void withdraw(own)}>
              {text.helpTakeBack}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
