import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { usePacketStore } from '../stores/packet';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens the pages made last and closes them with the screen. Null while they are being made or opened. */
export function usePreparedPdf(): ShallowRef<PDFDocumentProxy | null> {
  const packet = usePacketStore();
  const pdf = shallowRef<PDFDocumentProxy | null>(null);
  let close: () => void = () => undefined;

  watch(
    () => packet.prepared,
    (prepared) => {
      pdf.value = null;
      close();
      if (prepared === null) return;
      const data = Uint8Array.from(atob(prepared.pdf), (letter) => letter.charCodeAt(0));
      // The page's security policy allows no compiled code and no fetched parts, and our own pages need neither.
      const task = getDocument({ data, isEvalSupported: false, useWasm: false, useWorkerFetch: false });
      let closed = false;
      close = () => {
        closed = true;
        void task.destroy();
      };
      task.promise.then(
        (opened) => {
          if (!closed) pdf.value = opened;
        },
        (error: unknown) => {
          // Leaving the screen cancels the opening.
          if (!closed) throw error;
        },
      );
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    pdf.value = null;
    close();
  });
  return pdf;
}

/** Draws one page as large as fits, at the resolution of the screen. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  room: { readonly widthPx: number; readonly heightPx: number },
): Promise<void> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(room.widthPx / natural.width, room.heightPx / natural.height);
  const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${Math.floor(natural.width * scale)}px`;
  canvas.style.height = `${Math.floor(natural.height * scale)}px`;
  await page.render({ canvas, viewport }).promise;
}
