import { useEventListener } from '@vueuse/core';
import { useRoute } from 'vue-router';
import { makeStrayTaps } from '../logic/stray-taps';
import { useShellStore } from '../stores/shell';

/** Handles touches that a mouse does not make: many that hit nothing, and slow ones. */
export function useTouch(): void {
  const shell = useShellStore();
  const route = useRoute();
  const taps = makeStrayTaps(() => performance.now());
  /** The control under a finger that has rested too long for the browser to call it a tap. */
  let rested: HTMLButtonElement | null = null;

  useEventListener(
    document,
    'pointerdown',
    ({ target, isPrimary }) => {
      if (!isPrimary) return;
      rested = null;
      if (controlOf(target) !== null) taps.hit();
      else if (taps.missed() && route.meta.idle !== 'never' && shell.curtain === null) shell.open('stray-taps');
    },
    { capture: true, passive: true },
  );

  // A slow touch does the same as a quick one: there is no long press.
  useEventListener(document, 'contextmenu', (event) => {
    rested = event instanceof PointerEvent && event.pointerType === 'touch' ? controlOf(event.target) : null;
  });
  useEventListener(document, 'touchend', ({ changedTouches }) => {
    const [touch] = changedTouches;
    const control = rested;
    rested = null;
    if (control === null || touch === undefined) return;
    if (controlOf(document.elementFromPoint(touch.clientX, touch.clientY)) === control) control.click();
  });
}

function controlOf(target: EventTarget | null): HTMLButtonElement | null {
  return target instanceof Element ? target.closest('button') : null;
}
