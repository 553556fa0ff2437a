import { PasswordInput } from '@mantine/core';
import type { ComponentProps } from 'react';
import { defineText } from '../i18n/define-text.ts';
import { useText } from '../i18n/use-text.ts';

const texts = defineText({ show: 'Yazılanı göster' }, { show: 'Show what was typed' });

/** Mantine's own says neither to assistive tools that it was refused, nor in Turkish what its eye does. */
export function SecretInput(props: ComponentProps<typeof PasswordInput>) {
  const text = useText(texts);
  return (
    <PasswordInput
      aria-invalid={Boolean(props.error) || undefined}
      visibilityToggleButtonProps={{ 'aria-label': text.show }}
      {...props}
    />
  );
}
