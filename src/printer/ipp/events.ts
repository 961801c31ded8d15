/**
 * Events of one job (RFC 3995, RFC 3996 `ippget`). They only say that something happened; what happened is then asked as
 * usual, so a lost or misread event does no harm.
 */
import type { Result } from '../../basics/result';
import { EVENT_GROUP, groupOf, groupsOf, integersOf, SUBSCRIPTION_GROUP, type IppAnswer } from './answer';
import type { ExchangeFailure, IppRequest } from './exchange';

export interface JobEvents {
  /** `lost`: events no longer work, so poll instead. */
  poll(): Promise<'some' | 'none' | 'lost'>;
}

type Ask = (request: Omit<IppRequest, 'id' | 'userName'>) => Promise<Result<IppAnswer, ExchangeFailure>>;

const EVENTS = ['job-state-changed', 'job-completed', 'printer-state-changed'];

/** Null if the printer refuses a subscription. The subscription ends with its job. */
export async function watchJobEvents(jobId: number, ask: Ask): Promise<JobEvents | null> {
  const granted = await ask({
    operation: 'Create-Job-Subscription',
    subscription: { 'notify-pull-method': 'ippget', 'notify-events': EVENTS, 'notify-job-id': jobId },
  });
  if (!granted.ok) return null;
  const id = integersOf(groupOf(granted.value, SUBSCRIPTION_GROUP), 'notify-subscription-id')[0];
  if (id === undefined) return null;
  let next = 1;
  return {
    async poll() {
      const answer = await ask({
        operation: 'Get-Notifications',
        attributes: { 'notify-subscription-ids': [id], 'notify-sequence-numbers': [next], 'notify-wait': false },
      });
      if (!answer.ok) return 'lost';
      const numbers = groupsOf(answer.value, EVENT_GROUP).flatMap((event) =>
        integersOf(event, 'notify-sequence-number'),
      );
      next = Math.max(next, ...numbers.map((number) => number + 1));
      return numbers.length > 0 ? 'some' : 'none';
    },
  };
}
