import { useText } from '../../i18n/use-text.ts';
import type { DisplaySettings } from './display-settings.ts';
import css from './hall.module.css';
import type { SoundState } from './loudspeaker.ts';
import { displayText } from './text.ts';

type Props = {
  readonly sound: SoundState;
  readonly mode: DisplaySettings['mode'];
  readonly onUnblock: () => void;
};

/** Nothing where the hall hears its calls, or is meant to be silent. */
export function SoundNotice({ sound, mode, onUnblock }: Props) {
  const text = useText(displayText);
  if (mode === 'silent' || sound === 'ready' || sound === 'loading') return null;
  if (sound === 'missing')
    return (
      <p className={css.band} role="status">
        {text.soundMissing}
      </p>
    );
  return (
    <button type="button" className={css.band} onClick={onUnblock}>
      {text.soundBlocked} <span className={css.aside}>{text.soundBlockedKey}</span>
    </button>
  );
}
