/** How the fake printer reads a request, and what a strict printer finds wrong with one. */
import { TAG, type WireAttribute, type WireGroup, type WireRequest, type WireValue } from './codec';
import { OPERATIONS, STATUS, type FakeOperation, type FakePrinterState } from './model';

/** The syntax that each attribute of a request must have (RFC 8011). */
const SYNTAX: Readonly<Record<string, number>> = {
  'attributes-charset': TAG.charset,
  'attributes-natural-language': TAG.naturalLanguage,
  'printer-uri': TAG.uri,
  'job-uri': TAG.uri,
  'job-id': TAG.integer,
  'requesting-user-name': TAG.name,
  'job-name': TAG.name,
  'document-format': TAG.mimeMediaType,
  'last-document': TAG.boolean,
  'requested-attributes': TAG.keyword,
  'which-jobs': TAG.keyword,
  'my-jobs': TAG.boolean,
  limit: TAG.integer,
  copies: TAG.integer,
  media: TAG.keyword,
  sides: TAG.keyword,
  'print-color-mode': TAG.keyword,
  'print-scaling': TAG.keyword,
  'purge-job': TAG.boolean,
  'notify-pull-method': TAG.keyword,
  'notify-events': TAG.keyword,
  'notify-job-id': TAG.integer,
  'notify-subscription-ids': TAG.integer,
  'notify-sequence-numbers': TAG.integer,
  'notify-wait': TAG.boolean,
};

/** Group names in `requested-attributes`. A small printer answers each of them with all attributes. */
const ATTRIBUTE_GROUPS: readonly string[] = ['all', 'job-description', 'job-template', 'printer-description'];

export interface Flaw {
  readonly status: number;
  readonly text: string;
}

export function operationOf({ operation }: WireRequest): FakeOperation | undefined {
  return (Object.keys(OPERATIONS) as FakeOperation[]).find((name) => OPERATIONS[name] === operation);
}

/** The first value of an operation attribute. */
export function read(request: WireRequest, name: string): WireValue | undefined {
  return request.groups[0]?.attributes.find((candidate) => candidate.name === name)?.values[0];
}

export function attributesOf(request: WireRequest, tag: number): readonly WireAttribute[] {
  return request.groups.find((group) => group.tag === tag)?.attributes ?? [];
}

/** The attributes of the group that the request asks for. */
export function wanted(request: WireRequest, group: WireGroup, byDefault: readonly string[] = ['all']): WireGroup {
  const asked = request.groups[0]?.attributes.find(({ name }) => name === 'requested-attributes');
  const names = asked?.values ?? byDefault;
  const isAll = names.some((name) => ATTRIBUTE_GROUPS.includes(String(name)));
  return isAll ? group : { ...group, attributes: group.attributes.filter(({ name }) => names.includes(name)) };
}

/** What RFC 8011 §4.1 and RFC 8010 forbid in any request. */
export function flawOf(request: WireRequest): Flaw | null {
  if (request.version[0] < 1 || request.version[0] > 2) {
    return { status: STATUS.versionNotSupported, text: `version ${request.version.join('.')}` };
  }
  if (request.requestId <= 0) return bad(`request-id ${request.requestId}`);
  if (request.groups[0]?.tag !== TAG.operationGroup) return bad('operation attributes are not first');
  const [charset, language, target] = request.groups[0].attributes;
  if (charset?.name !== 'attributes-charset') return bad('attributes-charset is not first');
  if (language?.name !== 'attributes-natural-language') return bad('attributes-natural-language is not second');
  if (target?.name !== 'printer-uri' && target?.name !== 'job-uri') return bad('printer-uri is not third');
  if (charset.values[0] !== 'utf-8') return { status: STATUS.charsetNotSupported, text: String(charset.values[0]) };
  for (const group of request.groups) {
    const names = group.attributes.map(({ name }) => name);
    if (new Set(names).size !== names.length) return bad('an attribute comes twice');
    const wrong = group.attributes.find(({ name, tag }) => SYNTAX[name] !== undefined && SYNTAX[name] !== tag);
    if (wrong !== undefined) return bad(`${wrong.name} has syntax 0x${wrong.tag.toString(16)}`);
  }
  return null;
}

function bad(text: string): Flaw {
  return { status: STATUS.badRequest, text };
}

/** The status with which this printer refuses the job; null if it accepts the job. */
export function refusalOf(request: WireRequest, printer: FakePrinterState): number | null {
  const format = read(request, 'document-format');
  if (typeof format === 'string' && !printer.formats.includes(format)) return STATUS.formatNotSupported;
  const offered: Readonly<Record<string, readonly string[]>> = {
    media: printer.media,
    sides: printer.sides,
    'print-color-mode': printer.colorModes,
    'print-scaling': printer.scalings,
  };
  const isRefused = attributesOf(request, TAG.jobGroup).some(({ name, values }) => {
    if (name === 'copies') return Number(values[0]) > printer.maxCopies;
    return offered[name] !== undefined && !offered[name].includes(String(values[0]));
  });
  return isRefused ? STATUS.valuesNotSupported : null;
}
