import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

type IconButtonProps = {
  readonly label: string;
  readonly onClick: () => void;
  readonly isBusy?: boolean;
  readonly children: ReactNode;
};

/** For what stands once on each row; its words show on hover and focus, and are read out. */
export function IconButton({ label, onClick, isBusy = false, children }: IconButtonProps) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={label}
        loading={isBusy}
        onClick={onClick}
        c="var(--bk-muted)"
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
