/** What a scene is: a screen and the data that brings it to one state. */
import type { StoreState } from 'pinia';
import type { StateOf } from '../../contract/table';
import type { Theme, TextSize } from '../stores/display';
import type { useListenStore } from '../stores/listen';
import type { Curtain } from '../stores/shell';
import type { useVisitStore } from '../stores/visit';
import type { Place } from '../walk/places';

/** Some fields of a store, under its own names and types: a scene that sets another does not compile. */
type FieldsOf<UseStore extends (...args: never) => unknown> = Partial<StoreState<ReturnType<UseStore>>>;

export type VisitFields = FieldsOf<typeof useVisitStore>;

export interface Scene {
  /** Unique, and the name of its picture. */
  readonly name: string;
  readonly place: Place;
  /** What differs from a visit in which nothing was answered or chosen. */
  readonly visit: VisitFields;
  readonly listen?: FieldsOf<typeof useListenStore>;
  /** What differs from a printer that is ready. */
  readonly printer?: Partial<StateOf<'printer'>>;
  /** Pages were made and handed to the printer; this differs from a job that is done. */
  readonly job?: Partial<StateOf<'job'>>;
  readonly curtain?: Curtain;
  /** Of a document on the screen, the second page is shown. */
  readonly turned?: boolean;
}

/** How a scene is looked at. */
export interface Look {
  readonly textSize: TextSize;
  readonly theme: Theme;
  readonly lowReach: boolean;
}
