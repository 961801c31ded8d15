/** Once it is imported, pdf.js runs its worker in the same thread. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
