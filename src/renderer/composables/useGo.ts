import { nextTick } from 'vue';
import { useRouter } from 'vue-router';
import type { Place } from '../walk/places';

/**
 * Shows a place. Each screen replaces the last: there is no history.
 * @param then runs when the old screen is gone, which must not ask for the plan of another mode or of nobody
 */
export type Go = (place: Place, then?: () => void) => Promise<void>;

export function useGo(): Go {
  const router = useRouter();
  return async ({ screen, id }, then = () => undefined) => {
    try {
      await router.replace({ name: screen, params: id === undefined ? {} : { id } });
      await nextTick();
    } finally {
      // Even if a screen cannot load: it must not keep a person's answers.
      then();
    }
  };
}
