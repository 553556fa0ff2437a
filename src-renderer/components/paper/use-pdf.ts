import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { type OpenPdf, openPdf } from '../../lib/open-pdf.ts';
import { fromBase64 } from '../attachments/base64.ts';

export type PdfState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly retry: () => void }
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy };

/** The document behind these bytes; while others are opened, the one that was open stays. */
export function usePdf(base64: string): PdfState {
  const [opened, setOpened] = useState<OpenPdf | null>(null);
  const [isFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);

  // Counted, since the same bytes are tried once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let isWanted = true;
    setFailed(false);
    openPdf(fromBase64(base64)).then(
      (next) => (isWanted ? setOpened(next) : next.close()),
      () => isWanted && setFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [base64, tries]);

  useEffect(() => () => opened?.close(), [opened]);

  if (isFailed) return { kind: 'failed', retry: () => setTries((count) => count + 1) };
  return opened === null ? { kind: 'loading' } : { kind: 'open', document: opened.document };
}
