import { useEventListener } from '@vueuse/core';
import { ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { makeInputGuard } from '../logic/input-guard';
import { MARKS } from '../logic/marks';
import { useShellStore } from '../stores/shell';

/** Shared by all apps of this page: a double tap must not hit the next visit's app either. */
const guard = makeInputGuard(() => performance.now());

/** Ignores touches for half a second after each screen change. Returns whether they are being ignored now. */
export function useInputGuard(): Readonly<Ref<boolean>> {
  const shell = useShellStore();
  const held = ref(guard.leftMs() > 0);
  if (held.value) setTimeout(release, guard.leftMs());

  function screenChanged(): void {
    guard.screenChanged();
    held.value = true;
    setTimeout(release, guard.leftMs());
  }
  function release(): void {
    const leftMs = guard.leftMs();
    if (leftMs > 0) setTimeout(release, leftMs);
    else held.value = false;
  }

  useRouter().afterEach(screenChanged);
  watch(() => shell.curtain, screenChanged, { flush: 'sync' });
  useEventListener(
    document,
    'click',
    (event) => {
      const isFree = event.target instanceof Element && event.target.closest(`[${MARKS.unguarded}]`) !== null;
      if (isFree || guard.leftMs() === 0) return;
      event.stopPropagation();
      event.preventDefault();
    },
    { capture: true },
  );
  return held;
}
