import { useText } from '../../i18n/use-text.ts';
import classes from './kiosk.module.css';
import { kioskText } from './text.ts';

type PriorityChoiceProps = { readonly isPriority: boolean; readonly onChange: (isPriority: boolean) => void };

/** Said by the visitor alone; nobody asks why. */
export function PriorityChoice({ isPriority, onChange }: PriorityChoiceProps) {
  const text = useText(kioskText);
  return (
    <div
      className={classes.priority}
      role="radiogroup"
      aria-labelledby="priority-title"
      aria-describedby="priority-hint"
    >
      <div>
        <p className={classes.priorityTitle} id="priority-title">
          {text.priority}
        </p>
        <p className={classes.priorityHint} id="priority-hint">
          {text.priorityHint}
        </p>
      </div>
      <div className={classes.options}>
        <Option label={text.priorityNo} isChosen={!isPriority} onChoose={() => onChange(false)} />
        <Option label={text.priorityYes} isChosen={isPriority} onChoose={() => onChange(true)} />
      </div>
    </div>
  );
}

type OptionProps = { readonly label: string; readonly isChosen: boolean; readonly onChoose: () => void };

function Option({ label, isChosen, onChoose }: OptionProps) {
  return (
    <label className={classes.option} data-chosen={isChosen}>
      <input type="radio" name="priority" checked={isChosen} onChange={onChoose} />
      <span aria-hidden className={classes.tick}>
        {isChosen ? '✓' : ''}
      </span>
      {label}
    </label>
  );
}
