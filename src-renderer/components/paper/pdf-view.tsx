import { Box, Button, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommonText, useText } from '../../i18n/use-text.ts';
import { StateEmpty } from '../state-empty.tsx';
import classes from './paper.module.css';
import { PdfPage } from './pdf-page.tsx';
import { paperText } from './text.ts';
import { usePdf } from './use-pdf.ts';

type PdfViewProps = {
  readonly base64: string;
  /** What the document is called. */
  readonly name: string;
  readonly zoom: number;
};

/** The very bytes that are printed, sheet below sheet. */
export function PdfView({ base64, name, zoom }: PdfViewProps) {
  const text = useText(paperText);
  const common = useCommonText();
  const pdf = usePdf(base64);
  const [broken, setBroken] = useState<string | null>(null);
  if (pdf.kind === 'failed' || broken === base64) {
    const retry = () => {
      setBroken(null);
      if (pdf.kind === 'failed') pdf.retry();
    };
    return (
      <Stack align="center" gap="sm" role="alert">
        <StateEmpty
          icon={<IconFileAlert size={32} stroke={1.4} />}
          title={text.failed}
          hint={text.failedHint}
        />
        <Button variant="default" onClick={retry}>
          {common.retry}
        </Button>
      </Stack>
    );
  }
  return (
    <Box
      component="section"
      className={classes.pages}
      aria-label={text.pages(name)}
      aria-busy={pdf.kind === 'loading'}
      tabIndex={0}
    >
      {pdf.kind === 'loading' ? (
        <>
          <Skeleton className={classes.blank} radius={2} />
          <VisuallyHidden>{common.loading}</VisuallyHidden>
        </>
      ) : (
        Array.from({ length: pdf.document.numPages }, (_, index) => index + 1).map((number) => (
          <PdfPage
            key={number}
            {...{ number, zoom, document: pdf.document }}
            onFailed={() => setBroken(base64)}
          />
        ))
      )}
    </Box>
  );
}
