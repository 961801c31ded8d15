import { describe, expect, test, vi } from 'vitest';
import { makePatientSession } from './session';

function setUp(wipeList: Parameters<typeof makePatientSession>[0]['wipeList'] = []) {
  const changes: string[] = [];
  const failed: string[] = [];
  const session = makePatientSession({
    wipeList,
    onChange: (state, why) => changes.push(`${state.phase} ${state.number} ${why}`),
    onWipeFailed: (wipe) => failed.push(wipe),
  });
  return { session, changes, failed };
}

describe('a patient session', () => {
  test('begins, ends, and the next person gets the next number', () => {
    const { session, changes } = setUp();
    session.begin();
    session.end('done');
    session.begin();
    expect(changes).toEqual(['patient 1 begin', 'attract 1 done', 'patient 2 begin']);
  });

  test('begun again without an end wipes what the last person left', () => {
    const forget = vi.fn();
    const { session, changes } = setUp([{ name: 'packets', run: forget }]);
    session.begin();
    session.begin();
    expect(forget).toHaveBeenCalledOnce();
    expect(changes).toEqual(['patient 1 begin', 'attract 1 replaced', 'patient 2 begin']);
  });

  test('ended twice wipes once', () => {
    const forget = vi.fn();
    const { session } = setUp([{ name: 'packets', run: forget }]);
    session.begin();
    session.end('idle');
    session.end('idle');
    expect(forget).toHaveBeenCalledOnce();
  });

  test('wipes the rest of the list when one wipe fails, and says which', () => {
    const forget = vi.fn();
    const { session, failed } = setUp([
      {
        name: 'jobs',
        run: () => {
          throw new Error('no');
        },
      },
      { name: 'packets', run: forget },
    ]);
    session.begin();
    session.end('clear');
    expect(failed).toEqual(['jobs']);
    expect(forget).toHaveBeenCalledOnce();
    expect(session.state().phase).toBe('attract');
  });
});
