export interface IppLimits {
  /** For one question and its answer. A slow printer may take ten seconds. */
  readonly answerTimeoutMs: number;
  /** The same for the device behind a queue: it only adds to what the queue says. */
  readonly deviceTimeoutMs: number;
  /** A device that does not answer may be asleep; after this it counts as not answering. */
  readonly deviceGraceMs: number;
  /** For handing over the document. */
  readonly sendTimeoutMs: number;
  readonly pollMs: number;
  /** A printer that offers events is asked only for those; everything is asked for again after this many polls. */
  readonly pollsPerLook: number;
  /** After this many unanswered questions in a row, over `lostAfterMs`, the job's end is unknown. */
  readonly missesAllowed: number;
  /** A scheduler that is restarted takes a few seconds, and still has the job. */
  readonly lostAfterMs: number;
  /** From `follow` on; after it the job is cancelled, so that it cannot come out for the next person. */
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
