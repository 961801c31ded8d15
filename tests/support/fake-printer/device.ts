/** The state of the fake printer: its jobs, what came out, and the script that it follows. */
import { USUAL_PRINTER, USUAL_STEPS, type FakeJob, type FakeJobStep, type FakePrinterState } from './model';

export interface DeviceJob extends FakeJob {
  document: Buffer;
  steps: readonly FakeJobStep[];
  step: FakeJobStep;
  /** The number of changes so far. */
  events: number;
  /** Printer up-time in seconds; null until it happens. */
  readonly createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
}

export class Device {
  readonly jobs: DeviceJob[] = [];
  readonly printed: Buffer[] = [];
  printer: FakePrinterState = USUAL_PRINTER;
  /** The steps of future jobs. */
  script: readonly FakeJobStep[] = USUAL_STEPS;
  /** Jobs by the number of their subscription. */
  readonly subscriptions = new Map<number, number>();
  private readonly startedMs = Date.now();
  private jobsEver = 0;
  private lastId = 0;

  addJob(fresh: Pick<FakeJob, 'name' | 'user' | 'asked' | 'document'>): DeviceJob {
    this.lastId += 1;
    this.jobsEver += 1;
    const job: DeviceJob = {
      ...fresh,
      id: this.lastId,
      uuid: `urn:uuid:00000000-0000-4000-8000-${String(this.jobsEver).padStart(12, '0')}`,
      steps: this.script,
      step: { state: 'pending' },
      createdAt: this.upTimeSeconds(),
      startedAt: null,
      finishedAt: null,
      events: 0,
    };
    this.jobs.push(job);
    return job;
  }

  find(id: unknown): DeviceJob | undefined {
    return this.jobs.find((job) => job.id === id);
  }

  /** The job takes its next step, if it has one. */
  moveOn(job: DeviceJob): void {
    const [next, ...rest] = job.steps;
    if (next === undefined) return;
    job.steps = rest;
    this.enter(job, next);
  }

  enter(job: DeviceJob, step: FakeJobStep): void {
    if (step.state === 'completed' && job.step.state !== 'completed') this.printed.push(job.document);
    job.step = step;
    job.events += 1;
    if (step.state === 'processing') job.startedAt ??= this.upTimeSeconds();
    if (isFinished(job)) job.finishedAt ??= this.upTimeSeconds();
    if (step.printer !== undefined) this.printer = { ...this.printer, ...step.printer };
  }

  purge(job: DeviceJob): void {
    this.jobs.splice(this.jobs.indexOf(job), 1);
  }

  /** Does what a restart does. */
  forgetJobs(): void {
    this.jobs.length = 0;
    this.lastId = 0;
  }

  /** Resets the behavior of the printer and its jobs, but not the kind of printer. */
  fix(): void {
    const { deviceUri, operations } = this.printer;
    this.printer = { ...USUAL_PRINTER, deviceUri, operations };
    this.script = USUAL_STEPS;
    for (const job of this.jobs) if (!isFinished(job)) job.steps = USUAL_STEPS;
  }

  upTimeSeconds(): number {
    return 1 + Math.floor((Date.now() - this.startedMs) / 1000);
  }
}

export function isFinished({ step }: FakeJob): boolean {
  return step.state === 'canceled' || step.state === 'aborted' || step.state === 'completed';
}
