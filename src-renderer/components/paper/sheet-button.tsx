import { Button, type ButtonProps } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import type { AskedSheet } from '../../../src-shared/contract/document.ts';
import { SheetDialog } from './sheet-dialog.tsx';

type SheetButtonProps = Pick<ButtonProps, 'size' | 'variant'> & {
  readonly sheet: AskedSheet;
  readonly label: string;
};

/** Opens a document as it will be on paper. */
export function SheetButton({ sheet, label, ...rest }: SheetButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        {...rest}
        leftSection={<IconFileText size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen && <SheetDialog sheet={sheet} onClose={() => setOpen(false)} />}
    </>
  );
}
