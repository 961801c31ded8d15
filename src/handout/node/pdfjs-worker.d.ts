/** Its only use is to be loaded: it then does its work in the same thread. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
