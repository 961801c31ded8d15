/** What the fake printer says about itself and its jobs. */
import { attribute, TAG, type WireAttribute, type WireGroup } from './codec';
import { isFinished, type Device, type DeviceJob } from './device';
import { JOB_STATES, OPERATIONS, PRINTER_STATES } from './model';

export function printerGroup(device: Device, uri: string): WireGroup {
  const { printer, jobs } = device;
  const attributes = [
    attribute(TAG.charset, 'charset-configured', 'utf-8'),
    attribute(TAG.charset, 'charset-supported', 'utf-8'),
    attribute(TAG.keyword, 'compression-supported', 'none'),
    attribute(TAG.mimeMediaType, 'document-format-default', printer.formats[0] ?? 'application/octet-stream'),
    attribute(TAG.mimeMediaType, 'document-format-supported', ...printer.formats),
    attribute(TAG.naturalLanguage, 'generated-natural-language-supported', 'en'),
    attribute(TAG.keyword, 'ipp-versions-supported', '1.1', '2.0'),
    attribute(TAG.naturalLanguage, 'natural-language-configured', 'en'),
    attribute(TAG.enum, 'operations-supported', ...printer.operations.map((name) => OPERATIONS[name])),
    attribute(TAG.keyword, 'pdl-override-supported', 'attempted'),
    attribute(TAG.text, 'printer-info', 'Fake printer'),
    attribute(TAG.boolean, 'printer-is-accepting-jobs', printer.accepting),
    attribute(TAG.text, 'printer-location', 'Test'),
    attribute(TAG.text, 'printer-make-and-model', 'Homeward Fake'),
    attribute(TAG.uri, 'printer-more-info', new URL('/', uri.replace('ipp:', 'http:')).href),
    attribute(TAG.name, 'printer-name', 'fake'),
    attribute(TAG.enum, 'printer-state', PRINTER_STATES[printer.state]),
    attribute(TAG.keyword, 'printer-state-reasons', ...printer.reasons),
    attribute(TAG.integer, 'printer-up-time', device.upTimeSeconds()),
    attribute(TAG.uri, 'printer-uri-supported', uri),
    attribute(TAG.uri, 'device-uri', ...(printer.deviceUri === null ? [] : [printer.deviceUri])),
    attribute(TAG.octetString, 'printer-input-tray', ...printer.trays.map((tray) => Buffer.from(tray))),
    attribute(TAG.keyword, 'media-ready', ...printer.mediaReady),
    attribute(TAG.keyword, 'notify-pull-method-supported', 'ippget'),
    attribute(TAG.integer, 'queued-job-count', jobs.filter((job) => !isFinished(job)).length),
    attribute(TAG.keyword, 'uri-authentication-supported', 'requesting-user-name'),
    attribute(TAG.keyword, 'uri-security-supported', 'none'),
    attribute(TAG.rangeOfInteger, 'copies-supported', [1, printer.maxCopies]),
    attribute(TAG.integer, 'copies-default', 1),
    attribute(TAG.keyword, 'media-supported', ...printer.media),
    attribute(TAG.keyword, 'sides-supported', ...printer.sides),
    attribute(TAG.keyword, 'print-color-mode-supported', ...printer.colorModes),
    attribute(TAG.keyword, 'print-scaling-supported', ...printer.scalings),
    attribute(TAG.beginCollection, 'media-col-default', [
      attribute(TAG.beginCollection, 'media-size', [
        attribute(TAG.integer, 'x-dimension', 21590),
        attribute(TAG.integer, 'y-dimension', 27940),
      ]),
      attribute(TAG.keyword, 'media-type', 'stationery'),
    ]),
  ];
  return { tag: TAG.printerGroup, attributes };
}

export function jobGroup(device: Device, uri: string, job: DeviceJob): WireGroup {
  return {
    tag: TAG.jobGroup,
    attributes: [
      attribute(TAG.uri, 'job-uuid', job.uuid),
      attribute(TAG.uri, 'job-uri', `${uri}/${job.id}`),
      attribute(TAG.integer, 'job-id', job.id),
      attribute(TAG.enum, 'job-state', JOB_STATES[job.step.state]),
      attribute(TAG.keyword, 'job-state-reasons', ...(job.step.reasons ?? ['none'])),
      attribute(TAG.name, 'job-name', job.name),
      attribute(TAG.name, 'job-originating-user-name', job.user),
      attribute(TAG.uri, 'job-printer-uri', uri),
      attribute(TAG.integer, 'job-printer-up-time', device.upTimeSeconds()),
      moment('time-at-creation', job.createdAt),
      moment('time-at-processing', job.startedAt),
      moment('time-at-completed', job.finishedAt),
    ],
  };
}

function moment(name: string, seconds: number | null): WireAttribute {
  return seconds === null ? attribute(TAG.noValue, name, Buffer.alloc(0)) : attribute(TAG.integer, name, seconds);
}
