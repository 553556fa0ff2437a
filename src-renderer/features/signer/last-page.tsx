import { useState } from 'react';
import type { ShownSigning } from '../../../src-shared/contract/signing.ts';
import { type FlatSignature, flatSignature } from '../../../src-shared/rules/flat-signature.ts';
import { judgeSignature, type SignatureJudgement } from '../../../src-shared/rules/judge-signature.ts';
import { SignaturePad } from '../../components/signature/signature-pad.tsx';
import { signatureText } from '../../components/signature/text.ts';
import type { Strokes } from '../../components/signature/use-ink.ts';
import { AnswerList } from './answer-list.tsx';
import { CannotSign } from './cannot-sign.tsx';
import last from './last.module.css';
import classes from './signer.module.css';
import type { SignerWords } from './text.ts';
import { languageOf } from './words-of.ts';

type LastPageProps = {
  readonly signing: ShownSigning;
  readonly words: SignerWords;
  readonly isBusy: boolean;
  readonly trouble: string | undefined;
  readonly onChange: (actId: string) => void;
  readonly onBack: () => void;
  readonly onSubmit: (signature: FlatSignature | null) => void;
};

/** All answers once more, and the signature where something was accepted. */
export function LastPage({ signing, words, isBusy, trouble, onChange, onBack, onSubmit }: LastPageProps) {
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [refused, setRefused] = useState<Exclude<SignatureJudgement, 'ok'> | null>(null);
  const [cannotSign, setCannotSign] = useState(false);
  const inkWords = signatureText[languageOf(signing)];
  const accepted = signing.acts.find(({ answer }) => answer === 'accepted');

  const draw = (next: Strokes) => {
    setStrokes(next);
    setRefused(null);
  };
  const submit = () => {
    if (accepted === undefined) return onSubmit(null);
    const signature = flatSignature(strokes);
    const judgement = judgeSignature(signature);
    if (judgement === 'ok') onSubmit(signature);
    else setRefused(judgement);
  };

  if (cannotSign && accepted !== undefined)
    return (
      <CannotSign
        words={words}
        onBack={() => setCannotSign(false)}
        onChange={() => onChange(accepted.actId)}
      />
    );
  return (
    <main className={classes.page}>
      <div className={last.last} data-signs={accepted !== undefined}>
        <section className={last.answers}>
          <h1 className={classes.title}>{words.answers}</h1>
          <AnswerList signing={signing} words={words} isBusy={isBusy} onChange={onChange} />
        </section>
        {accepted === undefined ? (
          <p className={last.noSignature}>{words.noSignature}</p>
        ) : (
          <section className={last.sign} aria-labelledby="sign">
            <h2 className={last.signTitle} id="sign">
              {words.signTitle}
            </h2>
            <p>{words.signLead}</p>
            <SignaturePad
              strokes={strokes}
              onChange={draw}
              words={inkWords}
              refusal={refused === null ? undefined : inkWords.refused[refused]}
            />
            <div className={last.signFoot}>
              <p className={last.kept}>{words.signKept}</p>
              <button
                type="button"
                className={classes.quiet}
                onClick={() => draw([])}
                disabled={isBusy || strokes.length === 0}
              >
                {inkWords.clear}
              </button>
            </div>
          </section>
        )}
      </div>
      <footer className={classes.bar}>
        <div className={classes.side}>
          <button type="button" className={classes.quiet} onClick={onBack} disabled={isBusy}>
            <span aria-hidden>←</span> {words.back}
          </button>
        </div>
        <div className={classes.choices} data-count={1}>
          <button type="button" className={classes.main} onClick={submit} disabled={isBusy}>
            {isBusy ? words.sending : accepted === undefined ? words.finish : words.signAndFinish}
          </button>
        </div>
        <div className={classes.side} data-end>
          {accepted !== undefined && (
            <button
              type="button"
              className={classes.quiet}
              onClick={() => setCannotSign(true)}
              disabled={isBusy}
            >
              {words.cannotSign}
            </button>
          )}
        </div>
      </footer>
      {trouble !== undefined && (
        <p className={classes.trouble} role="alert">
          {trouble}
        </p>
      )}
    </main>
  );
}
