import { Button, Tooltip } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { ariaKey, KeyHint } from '../../components/key-hint.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import classes from './reception.module.css';
import { receptionText } from './text.ts';

type PriorityToggleProps = { readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

/** Only that somebody has priority is kept, never why: the reason would be special-category data. */
export function PriorityToggle({ isOn, onChange }: PriorityToggleProps) {
  const text = useText(receptionText);
  useKeys([{ key: 'F9', label: text.priority, run: () => onChange(!isOn) }]);
  return (
    <Tooltip label={`${isOn ? text.priorityOn : text.priority}. ${text.priorityHint}`}>
      <Button
        variant="default"
        className={isOn ? classes.priorityOn : classes.priorityOff}
        aria-pressed={isOn}
        aria-keyshortcuts={ariaKey('F9')}
        leftSection={isOn ? <IconStarFilled size={16} /> : <IconStar size={16} />}
        rightSection={<KeyHint keyName="F9" />}
        onClick={() => onChange(!isOn)}
      >
        {text.priority}
      </Button>
    </Tooltip>
  );
}
