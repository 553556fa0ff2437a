import { VisuallyHidden } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import classes from './paper.module.css';
import { paperText } from './text.ts';

/** CSS pixels of a PDF's point. */
const pixelsPerPoint = 96 / 72;

type PdfPageProps = {
  readonly document: PDFDocumentProxy;
  /** From 1 on. */
  readonly number: number;
  /** 1 is as large as on paper. */
  readonly zoom: number;
  /** It can't be drawn. */
  readonly onFailed: () => void;
};

/** One sheet as it comes out of the printer: the PDF's own drawing, and its text for whoever does not see it. */
export function PdfPage({ document, number, zoom, onFailed }: PdfPageProps) {
  const text = useText(paperText);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const [isDrawn, setDrawn] = useState(false);
  const failed = useRef(onFailed);
  useEffect(() => {
    failed.current = onFailed;
  });

  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    const drawing = drawPage({ document, number, zoom, target });
    drawing.done.then(
      (read) => {
        setWords(read);
        setDrawn(true);
      },
      () => drawing.isCancelled() || failed.current(),
    );
    return drawing.cancel;
  }, [document, number, zoom]);

  const name = text.page(number, document.numPages);
  return (
    <figure className={classes.page} aria-label={name} data-drawn={isDrawn}>
      <canvas ref={canvas} className={classes.canvas} aria-hidden />
      <VisuallyHidden component="p">{words}</VisuallyHidden>
    </figure>
  );
}

type Target = Pick<PdfPageProps, 'document' | 'number' | 'zoom'> & { readonly target: HTMLCanvasElement };

function drawPage({ document, number, zoom, target }: Target) {
  let isCancelled = false;
  let stop = () => {};
  return {
    done: draw(),
    isCancelled: () => isCancelled,
    cancel: () => {
      isCancelled = true;
      stop();
    },
  };

  async function draw(): Promise<string> {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    if (isCancelled) throw new Error('Another drawing has taken its place');
    const shown = page.getViewport({ scale: zoom * pixelsPerPoint });
    const viewport = page.getViewport({ scale: zoom * pixelsPerPoint * window.devicePixelRatio });
    target.style.width = `${shown.width}px`;
    target.style.height = `${shown.height}px`;
    target.width = Math.round(viewport.width);
    target.height = Math.round(viewport.height);
    const task = page.render({ canvas: target, viewport });
    stop = () => task.cancel();
    await task.promise;
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
  }
}
