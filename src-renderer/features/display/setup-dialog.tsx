import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { schemes } from '../../lib/use-scheme.ts';
import { changeSettings, soundModes, useDisplaySettings } from './display-settings.ts';
import css from './setup-dialog.module.css';
import { turkishVoice } from './system-voice.ts';
import { displayText } from './text.ts';

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onTry: () => void };

/** How this one screen sounds and looks, set by whoever hangs it up; by keys, by mouse or by touch. */
export function SetupDialog({ isOpen, onClose, onTry }: Props) {
  const text = useText(displayText);
  const settings = useDisplaySettings();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!isOpen) return dialog.current?.close();
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [isOpen]);
  const isSystemMissing = settings.mode === 'system' && turkishVoice() === undefined;
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby="setup" onClose={onClose}>
      <h2 id="setup" className={css.title}>
        {text.settings}
      </h2>
      <Choice
        label={text.sound}
        options={soundModes.map((mode) => ({ value: mode, label: text.modes[mode] }))}
        chosen={settings.mode}
        onChoose={(mode) => changeSettings({ mode })}
      />
      {isSystemMissing ? <p className={css.note}>{text.noSystemVoice}</p> : null}
      <label className={css.volume}>
        {text.volume}
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={settings.volume}
          disabled={settings.mode === 'silent'}
          onChange={(event) => changeSettings({ volume: event.currentTarget.valueAsNumber })}
        />
        <output>{settings.volume}</output>
      </label>
      <Choice
        label={text.times}
        options={[
          { value: 1, label: text.timesOnce },
          { value: 2, label: text.timesTwice },
        ]}
        chosen={settings.times}
        onChoose={(times) => changeSettings({ times })}
      />
      <Choice
        label={text.scheme}
        options={schemes.map((scheme) => ({ value: scheme, label: text.schemes[scheme] }))}
        chosen={settings.scheme}
        onChoose={(scheme) => changeSettings({ scheme })}
      />
      <div className={css.actions}>
        <button type="button" className={css.action} disabled={settings.mode === 'silent'} onClick={onTry}>
          {text.tryOut} <kbd>T</kbd>
        </button>
        <button type="button" className={css.action} onClick={() => void toggleFullScreen()}>
          {text.fullScreen} <kbd>F</kbd>
        </button>
        <button type="button" className={css.action} onClick={onClose}>
          {text.close} <kbd>Esc</kbd>
        </button>
      </div>
    </dialog>
  );
}

type Option<T> = { readonly value: T; readonly label: string };
type ChoiceProps<T> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
};

function Choice<T extends string | number>({ label, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className={css.choice}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={css.option}>
          <input
            type="radio"
            name={label}
            checked={option.value === chosen}
            onChange={() => onChoose(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

/** Refused by the browser where no key or touch came before; then nothing changes. */
export async function toggleFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
    else await document.exitFullscreen();
  } catch {
    return;
  }
}
