import { useEventListener } from '@vueuse/core';
import { watch } from 'vue';
import { keyActOf } from '../../contract/keys';
import type { KeyAct } from '../../site/settings';
import { MARKS } from '../logic/marks';
import { useKioskStore } from '../stores/kiosk';
import { useShellStore } from '../stores/shell';

/**
 * Operates the kiosk by keys, such as those of a USB keypad: Up and Down move, Left and Right go to the previous and
 * next group of controls; others select, go back, open Help and listen. Two keys are enough: Tab moves through every
 * control and around again, Space selects. The settings list a keypad's own keys. All other keys do nothing, and no key
 * ever reaches the browser.
 */
export function useKeys(): void {
  const shell = useShellStore();
  const kiosk = useKioskStore();
  watch(
    () => shell.byKeys,
    (byKeys) => document.documentElement.toggleAttribute(MARKS.keys, byKeys),
    { immediate: true, flush: 'sync' },
  );

  useEventListener(
    document,
    'keydown',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const { key, shiftKey: shift, ctrlKey: control, altKey: alt, metaKey: meta } = event;
      const act = keyActOf({ key, shift, control, alt, meta }, kiosk.site.keys);
      if (act === null) return;
      // Holding a key down keeps moving but never repeats an action.
      if (event.repeat && !MOVES.has(act)) return;
      shell.byKeys = true;
      switch (act) {
        case 'next':
          return step(1);
        case 'previous':
          return step(-1);
        case 'next-group':
          return stepGroup(1);
        case 'previous-group':
          return stepGroup(-1);
        case 'select':
          return select();
        case 'back':
          return press(MARKS.keyBack);
        case 'help':
          return press(MARKS.keyHelp);
        case 'listen':
          return press(MARKS.keyListen);
      }
    },
    { capture: true },
  );
  // Otherwise releasing a key would press the control again.
  useEventListener(document, ['keyup', 'keypress'], (event) => event.preventDefault(), { capture: true });
  useEventListener(
    document,
    'pointerdown',
    () => {
      shell.byKeys = false;
    },
    { capture: true, passive: true },
  );
}

const MOVES: ReadonlySet<KeyAct> = new Set(['next', 'previous', 'next-group', 'previous-group']);

/** Every visible control, in document order. */
function controls(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter((control) =>
    control.checkVisibility({ visibilityProperty: true }),
  );
}

/** Presses the visible control with this mark. */
function press(mark: string): void {
  controls()
    .find((control) => control.hasAttribute(mark))
    ?.click();
}

/** From the heading, which has focus when a screen appears, the first step goes to the first control below it. */
function step(by: 1 | -1): void {
  const all = controls();
  const index = all.indexOf(document.activeElement as HTMLElement);
  const from = index < 0 ? beforeFirstInMain(all) + (by === 1 ? 0 : 1) : index;
  all[(from + by + all.length) % all.length]?.focus();
}

function beforeFirstInMain(all: readonly HTMLElement[]): number {
  const first = all.findIndex((control) => control.closest('main') !== null && control.closest('header') === null);
  return (first < 0 ? 0 : first) - 1;
}

const GROUP = `header, nav, main, [${MARKS.keyGroup}]`;

function stepGroup(by: 1 | -1): void {
  const all = controls();
  const groups = [...new Set(all.map((control) => control.closest(GROUP)))];
  const here = document.activeElement?.closest(GROUP) ?? null;
  const index = groups.indexOf(here);
  const goal = groups[((index < 0 && by === -1 ? 0 : index) + by + groups.length) % groups.length];
  all.find((control) => control.closest(GROUP) === goal)?.focus();
}

/** If the control goes away, focus returns to the heading. */
function select(): void {
  const chosen = document.activeElement;
  if (!(chosen instanceof HTMLButtonElement)) return;
  chosen.click();
  requestAnimationFrame(() => {
    const now = document.activeElement;
    const isLost = now === null || now === document.body || !now.checkVisibility({ visibilityProperty: true });
    if (isLost) [...document.querySelectorAll('h1')].find((each) => each.checkVisibility())?.focus();
  });
}
