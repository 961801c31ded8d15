/** Brings a running app to a scene, through its own router and stores. */
import type { Router } from 'vue-router';
import type { StateOf } from '../../contract/table';
import type { useDisplayStore } from '../stores/display';
import type { useKioskStore } from '../stores/kiosk';
import type { useListenStore } from '../stores/listen';
import type { usePacketStore } from '../stores/packet';
import type { usePlanStore } from '../stores/plan';
import type { usePrintStore } from '../stores/print';
import type { useShellStore } from '../stores/shell';
import type { useVisitStore } from '../stores/visit';
import type { Scene, VisitFields } from './scene';

export interface Stores {
  readonly display: ReturnType<typeof useDisplayStore>;
  readonly kiosk: ReturnType<typeof useKioskStore>;
  readonly listen: ReturnType<typeof useListenStore>;
  readonly packet: ReturnType<typeof usePacketStore>;
  readonly plan: ReturnType<typeof usePlanStore>;
  readonly print: ReturnType<typeof usePrintStore>;
  readonly shell: ReturnType<typeof useShellStore>;
  readonly visit: ReturnType<typeof useVisitStore>;
}

/** An app in which a visit has begun. */
export interface Backstage {
  readonly router: Router;
  readonly stores: Stores;
  /** The job that all scenes of this visit share, once one of them needed it. */
  doneJob: StateOf<'job'> | null;
}

/**
 * Shows a scene, with its pages made and counted. Playwright carries this function into the built app as text, so it
 * uses nothing but its arguments.
 */
export async function stage(backstage: Backstage, scene: Scene): Promise<void> {
  const { router, stores } = backstage;
  const { kiosk, listen, packet, plan, print, shell, visit } = stores;
  const fresh = {
    answers: {},
    usState: 'TX',
    letterDate: null,
    helpers: [],
    largePrint: false,
    basket: { added: [], removed: [] },
    basketBefore: null,
    mode: { kind: 'asking', dropped: [] },
    appealPicked: false,
    copies: 1,
  } satisfies Required<VisitFields>;

  shell.close();
  await router.replace({ name: 'language' });
  Object.assign(visit, fresh, scene.visit);
  kiosk.printer = { ...kiosk.printer, readiness: 'ready', ...scene.printer };
  if (scene.job !== undefined) {
    backstage.doneJob ??= await printed();
    kiosk.job = { ...backstage.doneJob, ...scene.job };
  }
  Object.assign(listen, scene.listen);
  if (['pages', 'many', 'print', 'appeal'].includes(scene.place.screen)) await countPages();
  const { screen, id } = scene.place;
  await router.replace({ name: screen, ...(id === undefined ? {} : { params: { id } }) });
  if (scene.curtain !== undefined) shell.open(scene.curtain);

  /** As on the screen of the pages: first those that would be printed, then those that could be added. */
  async function countPages(): Promise<void> {
    if ((await packet.prepare(visit.choices, plan.pickedIds)) === null) return;
    const unknown = plan.offered.map((page) => page.id).filter((page) => packet.pagesOf[page] === undefined);
    if (unknown.length > 0) await packet.countPages(visit.choices, unknown);
  }

  /** Really prints, and waits for the printer: whatever it says later would change the scene. */
  async function printed(): Promise<StateOf<'job'>> {
    await print.print(null);
    const isDone = (): boolean => ['saved', 'sent'].includes(kiosk.job.phase);
    if (!isDone()) {
      await new Promise<void>((resolve) => {
        const stop = kiosk.$subscribe(
          () => {
            if (!isDone()) return;
            stop();
            resolve();
          },
          { flush: 'sync' },
        );
      });
    }
    return kiosk.job;
  }
}
