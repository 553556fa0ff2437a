import { IconEyeExclamation } from '@tabler/icons-react';
import type { User } from '../../../src-shared/contract/session.ts';
import { useNoteReading } from '../../components/use-note-reading.ts';
import { useText } from '../../i18n/use-text.ts';
import { goTo } from '../../lib/route.ts';
import { appText } from '../texts.ts';
import classes from './notice-line.module.css';

/** Tells whoever oversees the branch of unusual reading, on every screen, without a sound and without a name. */
export function ReadingLine({ user }: { readonly user: User }) {
  const text = useText(appText);
  const isOverseer = user.role === 'supervisor' || user.role === 'administrator';
  const { signs, note, isRunning } = useNoteReading(isOverseer);
  const open = signs.filter(({ noted, userId }) => noted === null && userId !== user.id);
  return (
    <section className={classes.help} aria-label={text.reading} aria-live="polite">
      {open.length > 0 && (
        <div className={classes.notice} data-tone="warning">
          <span className={classes.icon} aria-hidden>
            <IconEyeExclamation />
          </span>
          <span className={classes.words}>{text.readingUnusual(open.length)}</span>
          <button
            type="button"
            className={classes.undo}
            onClick={() => goTo({ screen: 'settings', section: 'audit' })}
          >
            {text.readingShow}
          </button>
          <button type="button" className={classes.undo} disabled={isRunning} onClick={() => void note(open)}>
            {text.readingNoted}
          </button>
        </div>
      )}
    </section>
  );
}
