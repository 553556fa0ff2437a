import type { ActAnswer, ShownSigning } from '../../../src-shared/contract/signing.ts';
import { AnswerBar } from './answer-bar.tsx';
import reading from './reading.module.css';
import classes from './signer.module.css';
import type { SignerCall } from './signer-calls.ts';
import type { SignerWords } from './text.ts';
import { useProgress } from './use-progress.ts';
import { useReading } from './use-reading.ts';

export type ShownAct = ShownSigning['acts'][number];

type ActPageProps = {
  readonly call: SignerCall;
  readonly signing: ShownSigning;
  readonly act: ShownAct;
  readonly words: SignerWords;
  readonly isBusy: boolean;
  readonly trouble: string | undefined;
  readonly onAnswer: (answer: ActAnswer) => void;
  /** To the page before; undefined on the first. */
  readonly onBack: (() => void) | undefined;
  readonly onNext: () => void;
};

/** One text and one answer to it: a notice that is taken note of, or a consent that is given or refused. */
export function ActPage({ call, signing, act, words, trouble, ...answering }: ActPageProps) {
  const tell = useProgress(call, signing.signingId, act.actId);
  const { scroller, share, isAtEnd, look, goOn } = useReading(tell);
  const percent = Math.round(share * 100);
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{act.title}</h1>
      <section
        ref={scroller}
        className={reading.scroller}
        aria-label={words.body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll what has the focus
        tabIndex={0}
        onScroll={look}
      >
        <article className={reading.text} lang={signing.language} dir="auto">
          <Facts act={act} words={words} />
          {act.body.map((paragraph, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes
            <Paragraph key={i} text={paragraph} />
          ))}
          <p className={reading.version}>{words.version(act.version)}</p>
        </article>
      </section>
      <div className={reading.reading} data-done={isAtEnd}>
        <progress className={reading.readBar} value={percent} max={100} aria-label={words.read(percent)} />
        <p>{isAtEnd ? words.whole : words.moreHint}</p>
        <button type="button" className={reading.more} onClick={goOn} disabled={isAtEnd}>
          {words.more} <span aria-hidden>↓</span>
        </button>
      </div>
      <AnswerBar act={act} words={words} {...answering} />
      {trouble !== undefined && (
        <p className={classes.trouble} role="alert">
          {trouble}
        </p>
      )}
    </main>
  );
}

/** Texts head their paragraphs by a few words and a colon; whoever looks for a place finds it by them. */
function Paragraph({ text }: { readonly text: string }) {
  const head = /^[^.:]{3,60}:(?= )/.exec(text)?.[0] ?? '';
  return (
    <p>
      {head !== '' && <strong>{head}</strong>}
      {text.slice(head.length)}
    </p>
  );
}

function Facts({ act, words }: { readonly act: ShownAct; readonly words: SignerWords }) {
  if (act.kind === 'notice') return null;
  return (
    <dl className={reading.facts}>
      <dt>{words.purpose}</dt>
      <dd>{act.purpose}</dd>
      <dt>{words.dataCategories}</dt>
      <dd>{act.dataCategories.join(', ')}</dd>
      {act.legalGrounds.length > 0 && (
        <>
          <dt>{words.legalGrounds}</dt>
          <dd>{act.legalGrounds.join(', ')}</dd>
        </>
      )}
    </dl>
  );
}
