/** Who is at the kiosk, as the machine knows it. What a screen says about it is never believed. */
export type SessionPhase = 'attract' | 'patient';

export type EndReason = 'done' | 'idle' | 'clear' | 'replaced' | 'screen-gone' | 'shutdown';

export interface SessionState {
  readonly phase: SessionPhase;
  /** Counts patients since the start of the program; the same number means the same person. */
  readonly number: number;
}

export interface PatientSession {
  state(): SessionState;
  /** Starts the next person's session. One that is still open ends first. */
  begin(): SessionState;
  /** Ends the open session and wipes; harmless when none is open. */
  end(why: EndReason): void;
}

/** One thing to forget at the end of a session. Runs to its end without waiting: the next person may already touch. */
export interface Wipe {
  readonly name: string;
  readonly run: () => void;
}

export interface PatientSessionDeps {
  /** In this order, each even when an earlier one failed. */
  readonly wipeList: readonly Wipe[];
  readonly onChange: (state: SessionState, why: EndReason | 'begin') => void;
  readonly onWipeFailed: (wipe: string, error: unknown) => void;
}

export function makePatientSession({ wipeList, onChange, onWipeFailed }: PatientSessionDeps): PatientSession {
  let state: SessionState = { phase: 'attract', number: 0 };

  return { state: () => state, begin, end };

  function begin(): SessionState {
    end('replaced');
    state = { phase: 'patient', number: state.number + 1 };
    onChange(state, 'begin');
    return state;
  }

  function end(why: EndReason): void {
    if (state.phase === 'attract') return;
    state = { phase: 'attract', number: state.number };
    for (const wipe of wipeList) {
      try {
        wipe.run();
      } catch (error) {
        onWipeFailed(wipe.name, error);
      }
    }
    onChange(state, why);
  }
}
