import { Mark } from '../../components/mark.tsx';
import { screenText } from '../../components/screen/text.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './signer.module.css';
import { signerText } from './text.ts';

/** Between two consumers: nothing of anybody. */
export function BlankPage({ isLost }: { readonly isLost: boolean }) {
  const text = useText(signerText);
  const screen = useText(screenText);
  return (
    <main className={classes.blank}>
      <h1 className={classes.blankMark}>
        <Mark size={72} />
        Banko
      </h1>
      <p className={classes.hint}>{isLost ? screen.unreachable : text.blank}</p>
    </main>
  );
}
