/** What each operation of the fake printer does. */
import { jobGroup, printerGroup } from './attributes';
import { attribute, TAG, type WireGroup, type WireRequest } from './codec';
import { isFinished, type Device, type DeviceJob } from './device';
import { STATUS, type FakeOperation } from './model';
import { attributesOf, read, refusalOf, wanted } from './request';

export interface Reply {
  readonly status: number;
  readonly groups?: readonly WireGroup[];
}

/** One request to the printer at `uri`. */
interface Call {
  readonly device: Device;
  readonly uri: string;
  readonly request: WireRequest;
}

/** Get-Jobs without `requested-attributes` (RFC 8011 §4.2.6.1). */
const LISTED_BY_DEFAULT = ['job-uri', 'job-id'];

const HANDLERS: Readonly<Record<FakeOperation, (call: Call) => Reply>> = {
  'Get-Printer-Attributes': ({ device, uri, request }) => ({
    status: STATUS.ok,
    groups: [wanted(request, printerGroup(device, uri))],
  }),
  'Validate-Job': ({ device, request }) => ({ status: refusalOf(request, device.printer) ?? STATUS.ok }),
  'Create-Job': (call) => startJob(call, Buffer.alloc(0)),
  'Print-Job': (call) => startJob(call, call.request.data),
  'Send-Document': (call) => onJob(call, (job) => sendDocument(call, job)),
  'Get-Job-Attributes': (call) => onJob(call, (job) => reportJob(call, job)),
  'Cancel-Job': (call) => onJob(call, (job) => cancel(call, job)),
  'Get-Jobs': listJobs,
  'Create-Job-Subscriptions': subscribe,
  'Get-Notifications': notify,
};

export function answer(call: Call, operation: FakeOperation | undefined): Reply {
  if (operation === undefined || !call.device.printer.operations.includes(operation)) {
    return { status: STATUS.operationNotSupported };
  }
  return HANDLERS[operation](call);
}

function startJob({ device, uri, request }: Call, document: Buffer): Reply {
  const status = device.printer.accepting ? refusalOf(request, device.printer) : STATUS.notAccepting;
  if (status !== null) return { status };
  const template = attributesOf(request, TAG.jobGroup);
  const job = device.addJob({
    name: String(read(request, 'job-name') ?? 'untitled'),
    user: String(read(request, 'requesting-user-name') ?? 'anonymous'),
    asked: Object.fromEntries(template.map(({ name, values }) => [name, values])),
    document: Buffer.from(document),
  });
  return { status: STATUS.ok, groups: [jobGroup(device, uri, job)] };
}

function onJob({ device, request }: Call, action: (job: DeviceJob) => Reply): Reply {
  const jobUri = read(request, 'job-uri');
  const id = typeof jobUri === 'string' ? Number(jobUri.split('/').at(-1)) : read(request, 'job-id');
  if (id === undefined) return { status: STATUS.badRequest };
  const job = device.find(id);
  return job === undefined ? { status: STATUS.notFound } : action(job);
}

function sendDocument({ device, uri, request }: Call, job: DeviceJob): Reply {
  if (read(request, 'last-document') === undefined) return { status: STATUS.badRequest };
  const status = refusalOf(request, device.printer);
  if (status !== null) return { status };
  job.document = Buffer.from(request.data);
  return { status: STATUS.ok, groups: [jobGroup(device, uri, job)] };
}

function reportJob({ device, uri, request }: Call, job: DeviceJob): Reply {
  device.moveOn(job);
  return { status: STATUS.ok, groups: [wanted(request, jobGroup(device, uri, job))] };
}

function cancel({ device, request }: Call, job: DeviceJob): Reply {
  if (read(request, 'purge-job') === true && device.printer.deviceUri !== null) {
    device.purge(job);
    return { status: STATUS.ok };
  }
  if (isFinished(job)) return { status: STATUS.notPossible };
  job.steps = [];
  device.enter(job, { state: 'canceled', reasons: ['job-canceled-by-user'] });
  return { status: STATUS.ok };
}

/** Jobs not completed unless asked otherwise (RFC 8011 §4.2.6). */
function listJobs({ device, uri, request }: Call): Reply {
  const isFinishedAsked = read(request, 'which-jobs') === 'completed';
  const user = read(request, 'my-jobs') === true ? read(request, 'requesting-user-name') : undefined;
  const listed = device.jobs
    .filter((job) => isFinished(job) === isFinishedAsked)
    .filter((job) => user === undefined || job.user === user);
  return {
    status: STATUS.ok,
    groups: listed.map((job) => wanted(request, jobGroup(device, uri, job), LISTED_BY_DEFAULT)),
  };
}

function subscribe({ device, request }: Call): Reply {
  const asked = new Map(attributesOf(request, TAG.subscriptionGroup).map(({ name, values }) => [name, values[0]]));
  const job = device.find(asked.get('notify-job-id'));
  if (job === undefined) return { status: STATUS.notFound };
  if (asked.get('notify-pull-method') !== 'ippget') return { status: STATUS.valuesNotSupported };
  const id = device.subscriptions.size + 1;
  device.subscriptions.set(id, job.id);
  const attributes = [attribute(TAG.integer, 'notify-subscription-id', id)];
  return { status: STATUS.ok, groups: [{ tag: TAG.subscriptionGroup, attributes }] };
}

/** A job also takes one step whenever events are asked for. */
function notify({ device, request }: Call): Reply {
  const id = Number(read(request, 'notify-subscription-ids'));
  const from = Number(read(request, 'notify-sequence-numbers') ?? 1);
  const job = device.find(device.subscriptions.get(id));
  if (job === undefined) return { status: STATUS.notFound };
  device.moveOn(job);
  const numbers = Array.from({ length: job.events }, (_, index) => index + 1).filter((number) => number >= from);
  return {
    status: STATUS.ok,
    groups: numbers.map((number) => ({
      tag: TAG.eventGroup,
      attributes: [
        attribute(TAG.integer, 'notify-subscription-id', id),
        attribute(TAG.integer, 'notify-sequence-number', number),
        attribute(TAG.keyword, 'notify-subscribed-event', 'job-state-changed'),
      ],
    })),
  };
}
