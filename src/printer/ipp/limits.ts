export interface IppLimits {
  /** For one request and its answer. A slow printer may take ten seconds. */
  readonly answerTimeoutMs: number;
  /** The same for the device behind a queue. Shorter, because the device only adds to what the queue says. */
  readonly deviceTimeoutMs: number;
  /** How long a device that does not answer counts as asleep. */
  readonly deviceGraceMs: number;
  /** For sending the document. */
  readonly sendTimeoutMs: number;
  readonly pollMs: number;
  /** If the printer offers events, the whole state is asked for only after an event or after this many polls. */
  readonly pollsPerLook: number;
  /** After this many unanswered requests in a row, over at least `lostAfterMs`, the job's outcome is unknown. */
  readonly missesAllowed: number;
  /** Long enough for a scheduler to restart, which takes a few seconds and keeps the job. */
  readonly lostAfterMs: number;
  /** Counted from `follow`. Then the job is canceled, so that it cannot print for the next person. */
  readonly jobDeadlineMs: number;
  readonly maxAnswerBytes: number;
}

export const DEFAULT_IPP_LIMITS: IppLimits = {
  answerTimeoutMs: 15_000,
  deviceTimeoutMs: 4_000,
  deviceGraceMs: 8_000,
  sendTimeoutMs: 60_000,
  pollMs: 500,
  pollsPerLook: 6,
  missesAllowed: 3,
  lostAfterMs: 10_000,
  jobDeadlineMs: 10 * 60_000,
  maxAnswerBytes: 1024 * 1024,
};
