import type { PDFDocumentProxy } from 'pdfjs-dist';

export type OpenPdf = { readonly document: PDFDocumentProxy; readonly close: () => void };

/**
 * A PDF to draw on canvases, with its fonts alone. Read in a worker; both are loaded with the first one.
 * Rejects where it can't be read, and where the worker can't be loaded.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPdf> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist');
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({
    ...{ data: bytes, worker },
    // Nothing is fetched: neither fonts of the system nor decoders for what our papers don't hold.
    ...{ useSystemFonts: false, useWasm: false, useWorkerFetch: false, stopAtErrors: true },
  });
  const close = () => {
    void task.destroy();
    worker.destroy();
    port.terminate();
  };
  const broken = Promise.withResolvers<never>();
  port.addEventListener('error', () => broken.reject(new Error('The reader of PDF could not be loaded')));
  try {
    return { document: await Promise.race([task.promise, broken.promise]), close };
  } catch (error) {
    close();
    throw error;
  }
}
