import { useCallback, useEffect, useState } from 'react';
import type { ActAnswer, ShownSigning } from '../../../src-shared/contract/signing.ts';
import { newCommandId } from '../../lib/screen/new-command-id.ts';
import { ActPage } from './act-page.tsx';
import { LastPage } from './last-page.tsx';
import classes from './signer.module.css';
import type { SignerCall } from './signer-calls.ts';
import { TextSize, textSizes } from './text-size.tsx';
import { ThanksPage } from './thanks-page.tsx';
import { useSignerCommand } from './use-signer-command.ts';
import { wordsOf } from './words-of.ts';

type SignerViewProps = {
  readonly call: SignerCall;
  readonly signing: ShownSigning;
  /** The server does not answer at this moment. */
  readonly isLost: boolean;
  /** On the clerk's own screen: back to them. */
  readonly onStaff?: () => void;
};

/** One consumer's way through the texts: a page for each act, then all answers and the signature, then thanks. */
export function SignerView({ call, signing: told, isLost, onStaff }: SignerViewProps) {
  const [given, setGiven] = useState<Readonly<Record<string, ActAnswer>>>({});
  // What the core has taken counts at once, not when it is announced.
  const acts = told.acts.map((known) => ({ ...known, answer: given[known.actId] ?? known.answer }));
  const signing = { ...told, acts };
  const words = wordsOf(signing);
  const { signingId } = signing;
  const open = acts.findIndex(({ answer }) => answer === null);
  const [page, setPage] = useState(open === -1 ? acts.length : open);
  const [size, setSize] = useState(0);
  const answer = useSignerCommand(call, 'signing.answer');
  const submit = useSignerCommand(call, 'signing.submit');
  const act = acts[page];

  const finish = useCallback(
    () => void call('signing.finish', { signingId }, newCommandId()),
    [call, signingId],
  );
  useEffect(() => {
    const { lang } = document.documentElement;
    document.documentElement.lang = signing.language;
    return () => {
      document.documentElement.lang = lang;
    };
  }, [signing.language]);

  const troubleOf = ({ failure }: typeof answer | typeof submit) =>
    failure === null
      ? undefined
      : failure.code === 'host_unreachable'
        ? words.notSent
        : (failure.fields?.[0]?.message ?? failure.message);

  const trouble = troubleOf(act === undefined ? submit : answer);

  if (signing.stage === 'done')
    return (
      <div className={classes.signer} style={{ '--scale': textSizes[size] }}>
        <ThanksPage words={words} isHandedOver={onStaff !== undefined} onDone={finish} />
      </div>
    );
  return (
    <div className={classes.signer} style={{ '--scale': textSizes[size] }}>
      <header className={classes.header}>
        <Steps step={page + 1} of={acts.length + 1} words={words} />
        <div className={classes.tools}>
          <TextSize size={size} onChange={setSize} words={words} />
          {onStaff !== undefined && (
            <button type="button" className={classes.staff} onClick={onStaff}>
              {words.staff}
            </button>
          )}
        </div>
      </header>
      {isLost && trouble === undefined && (
        <p className={classes.lost} role="status">
          {words.lost}
        </p>
      )}
      {act === undefined ? (
        <LastPage
          signing={signing}
          words={words}
          isBusy={submit.isRunning}
          trouble={trouble}
          onChange={(actId) => setPage(acts.findIndex((other) => other.actId === actId))}
          onBack={() => setPage(acts.length - 1)}
          onSubmit={(signature) => void submit.run({ signingId, signature })}
        />
      ) : (
        <ActPage
          key={act.actId}
          call={call}
          signing={signing}
          act={act}
          words={words}
          isBusy={answer.isRunning}
          trouble={trouble}
          onAnswer={async (chosen) => {
            const result = await answer.run({ signingId, actId: act.actId, answer: chosen });
            if (!result.ok) return;
            setGiven((before) => ({ ...before, [act.actId]: chosen }));
            setPage(page + 1);
          }}
          onBack={page === 0 ? undefined : () => setPage(page - 1)}
          onNext={() => setPage(page + 1)}
        />
      )}
    </div>
  );
}

type StepsProps = { readonly step: number; readonly of: number; readonly words: ReturnType<typeof wordsOf> };

function Steps({ step, of, words }: StepsProps) {
  const marks = Array.from({ length: of }, (_, i) => i + 1);
  return (
    <div className={classes.steps} role="img" aria-label={words.stepSpoken(step, of)}>
      <strong className={classes.stepWords}>{words.step(step, of)}</strong>
      {marks.map((mark) => (
        <span
          key={mark}
          className={classes.stepMark}
          data-state={mark < step ? 'past' : mark === step ? 'now' : 'next'}
        />
      ))}
    </div>
  );
}
