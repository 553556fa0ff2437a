import { Mark } from '../../components/mark.tsx';
import { screenText } from '../../components/screen/text.ts';
import { useText } from '../../i18n/use-text.ts';
import centre from './centre.module.css';
import classes from './signer.module.css';
import { signerText } from './text.ts';

/** Between two consumers: nothing of anybody. */
export function BlankPage({ isLost }: { readonly isLost: boolean }) {
  const text = useText(signerText);
  const screen = useText(screenText);
  return (
    <div className={classes.signer}>
      <main className={centre.centre}>
        <h1 className={centre.blankMark}>
          <Mark size={72} />
          Banko
        </h1>
        <p className={centre.hint}>{isLost ? screen.unreachable : text.blank}</p>
      </main>
    </div>
  );
}
