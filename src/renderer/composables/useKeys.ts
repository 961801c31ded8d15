import { useEventListener } from '@vueuse/core';
import { watch } from 'vue';
import { keyActOf } from '../../contract/keys';
import type { KeyAct } from '../../site/settings';
import { MARKS } from '../logic/marks';
import { useKioskStore } from '../stores/kiosk';
import { useShellStore } from '../stores/shell';

/**
 * The kiosk by keys, as a USB keypad sends them: up and down move, left and right go to the control group before and
 * after, select, back; others may be for help and for listening. Two keys are enough: Tab moves on through everything and
 * round again, Space selects. A keypad with keys of its own is told in the settings. All other keys of a keyboard do
 * nothing, and none ever reaches the browser.
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
      // A key that is held down moves on, but never acts twice.
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
  // A key that comes up would press the control once more.
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

/** Every control that can be seen, in the order of the page. */
function controls(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('button:not(:disabled)')].filter((control) =>
    control.checkVisibility({ visibilityProperty: true }),
  );
}

/** The control of this screen that answers to a key of its own. */
function press(mark: string): void {
  controls()
    .find((control) => control.hasAttribute(mark))
    ?.click();
}

/** From the heading, which has the focus when a screen appears, the first step goes into what stands below it. */
function step(by: 1 | -1): void {
  const all = controls();
  const at = all.indexOf(document.activeElement as HTMLElement);
  const from = at < 0 ? beforeFirstInMain(all) + (by === 1 ? 0 : 1) : at;
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
  const at = groups.indexOf(here);
  const goal = groups[((at < 0 && by === -1 ? 0 : at) + by + groups.length) % groups.length];
  all.find((control) => control.closest(GROUP) === goal)?.focus();
}

/** What had the focus and went away leaves it with the heading. */
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
