// The reader of PDF as a file of our own build, so that it comes from our own origin.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
