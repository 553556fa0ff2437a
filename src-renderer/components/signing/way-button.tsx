import { UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './signing.module.css';

type WayButtonProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  /** A screen of this way is connected. */
  readonly isReady?: boolean;
  readonly isBusy?: boolean;
  readonly onChoose: () => void;
};

export function WayButton({ icon, title, hint, isReady = false, isBusy = false, onChoose }: WayButtonProps) {
  return (
    <UnstyledButton className={classes.way} onClick={onChoose} disabled={isBusy}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={classes.words}>
        <strong className={classes.title}>{title}</strong>
        <span className={classes.hint}>
          {isReady && <IconCircleCheck size={15} aria-hidden />}
          {hint}
        </span>
      </span>
    </UnstyledButton>
  );
}
