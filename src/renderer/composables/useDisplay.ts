import { useEventListener, useWindowSize } from '@vueuse/core';
import { watchEffect } from 'vue';
import { MARKS } from '../logic/marks';
import { pixelsPerMm, reachBand } from '../logic/millimeters';
import { useDisplayStore } from '../stores/display';
import { useKioskStore } from '../stores/kiosk';

/** Sets size, theme and reach on the root of the page, where styles/tokens.css reads them. */
export function useDisplay(): void {
  const kiosk = useKioskStore();
  const display = useDisplayStore();
  const { width, height } = useWindowSize();

  watchEffect(() => {
    const root = document.documentElement;
    const { screen } = kiosk.site;
    const pxPerMm = pixelsPerMm(screen, { widthPx: width.value, heightPx: height.value });
    const band = reachBand(height.value / pxPerMm, screen.mountMm);
    display.heightMm = height.value / pxPerMm;
    display.bandPx = band.topMm * pxPerMm;
    root.style.setProperty('--mm', `${pxPerMm.toFixed(4)}px`);
    root.style.setProperty('--band', `${display.bandPx.toFixed(1)}px`);
    root.style.setProperty('--band-floor', `${(band.bottomMm * pxPerMm).toFixed(1)}px`);
    root.lang = kiosk.guide.language;
    root.setAttribute(MARKS.text, String(display.textSize));
    root.setAttribute(MARKS.theme, display.theme);
  });

  const refused = ['contextmenu', 'dragstart', 'drop', 'dragover', 'selectstart', 'copy', 'cut', 'paste'];
  useEventListener(document, refused, refuse);
  useEventListener(document, 'wheel', refuse, { passive: false });
}

function refuse(event: Event): void {
  event.preventDefault();
}
