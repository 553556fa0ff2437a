import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCommonText } from '../i18n/use-text.ts';

/** What answers faster than this shows nothing in between. */
const quietMs = 120;

/** Lines where the content will be. */
export function StateLoading({ lines = 4 }: { readonly lines?: number }) {
  const text = useCommonText();
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <Stack gap="sm" py="xs" role="status">
      <VisuallyHidden>{text.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => `line-${line}`).map((line, index) => (
        <Skeleton key={line} height={18} width={index % 3 === 2 ? '62%' : '100%'} radius="sm" />
      ))}
    </Stack>
  );
}
