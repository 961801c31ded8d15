/** The parts of the proof pack for legal and data review: rules, contacts, terms, readability. */
import { parse } from 'smol-toml';
import type { Evidence } from '../../guide/evidence';
import { splitCsvLine } from '../../guide/load/states-csv';
import type { ContentFiles } from '../../guide/load/files';
import { checkReadability } from '../../audit/readability/gate';
import type { Guide, Ladder } from '../../guide/model';
import { escape, heading, part, said, table, type Html, type Part } from './markup';

/** Fields with columns of their own. */
const PROOF = ['source', 'status', 'checked_on', 'effective_from', 'effective_until', 'as_of'];

export function ladderPart(guide: Guide): Part {
  const ofLadder = (ladder: Ladder): Html =>
    `${heading(`${ladder.name.replace(/\{([^{}|]*)\|[^{}]*\}/g, '$1')} (${ladder.coverage})`)}` +
    table(
      ['Step', 'Says', 'Ask within', 'They answer'],
      [20, 40, 18, 22],
      ladder.levels.map((level) => [
        `<b>${said(level.name)}</b>`,
        said(level.about),
        level.askWithin === null
          ? '–'
          : escape(`${level.askWithin.count} ${level.askWithin.unit} from ${level.askWithin.from}`),
        [level.decidedWithin.standard, level.decidedWithin.fast]
          .flatMap((text) => (text === null ? [] : [said(text)]))
          .join('<br>') || '–',
      ]),
    ) +
    table(
      ['Date', 'At', 'Computed', 'Words', 'Source'],
      [18, 18, 12, 26, 26],
      ladder.dates.map((date) => [
        escape(date.id),
        escape(date.at.join(', ')),
        date.add === null ? 'no' : escape(`+ ${date.add.count} ${date.add.unit}`),
        said(date.text),
        escape(date.source),
      ]),
    );
  return part(
    'ladders',
    'Appeal steps as they print',
    'Only what is confirmed and in effect. A dash: nothing is printed.',
    ...guide.ladders.map(ofLadder),
  );
}

/** Every row of coverage/ as written in the file, printed or not. */
export function coveragePart(files: ContentFiles): Part {
  const html = [...files].flatMap(([path, text]) => {
    if (!path.startsWith('coverage/') || !path.endsWith('.toml')) return [];
    const rows = Object.entries(parse(text)).flatMap(([list, value]) =>
      Array.isArray(value) ? value.flatMap((row: unknown) => (isTable(row) ? [rowOf(list, row)] : [])) : [],
    );
    return rows.length === 0
      ? []
      : [heading(path), table(['Row', 'Says', 'Source', 'Status', 'Dates'], [17, 30, 24, 15, 14], rows)];
  });
  return part(
    'coverage',
    'Rules and their evidence',
    'Every row of coverage/. Only status "confirmed" prints, and only while it is in effect.',
    ...html,
  );
}

function rowOf(list: string, row: Readonly<Record<string, unknown>>): readonly Html[] {
  const says = Object.entries(row).filter(([key]) => key !== 'id' && !PROOF.includes(key));
  const dates = ['checked_on', 'effective_from', 'effective_until', 'as_of'].flatMap((key) =>
    row[key] === undefined || row[key] === '' ? [] : [`${key.replace('_', ' ')} ${show(row[key])}`],
  );
  const status = show(row['status'] ?? '');
  return [
    `<code>${escape(show(row['id'] ?? list))}</code>`,
    says.map(([key, value]) => `${escape(key)}: ${escape(show(value))}`).join('<br>'),
    escape(show(row['source'] ?? '')),
    status === 'confirmed' ? 'confirmed' : `<b>${escape(status)}</b>`,
    dates.length === 0 ? 'not checked' : dates.map(escape).join('<br>'),
  ];
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (isTable(value))
    return Object.entries(value)
      .map(([key, each]) => `${key} ${show(each)}`)
      .join(', ');
  return String(value);
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

export function contactPart(guide: Guide, files: ContentFiles): Part {
  const national = parse(files.get('contacts/national.toml') ?? '')['contacts'];
  const printed = new Map(guide.contacts.map((contact) => [contact.id, contact]));
  const [header = '', ...lines] = (files.get('contacts/states.csv') ?? '').trim().split('\n');
  const columns = splitCsvLine(header);
  const prints = (value: string | null | undefined): Html =>
    value === null || value === undefined ? '<b>not printed</b>' : escape(value);
  const rows = (Array.isArray(national) ? national : []).flatMap((row: unknown) => {
    if (!isTable(row)) return [];
    const contact = printed.get(show(row['id']));
    return [
      [
        `<b>${escape(show(row['name'] ?? ''))}</b><br>${escape(contact?.about ?? '')}`,
        `${prints(contact?.phone)}<br>file: ${escape(show(row['phone'] ?? 'none'))} (${escape(show(row['phone_status'] ?? 'none'))})`,
        `${prints(contact?.web)}<br>${escape(show(row['web_status'] ?? ''))}`,
        escape(show(row['source'] ?? '')),
        `as of ${escape(show(row['as_of']))}<br>${row['checked_on'] === '' ? '<b>not checked</b>' : `checked ${escape(show(row['checked_on']))}`}<br>until ${escape(show(row['expires_on']))}`,
      ],
    ];
  });
  return part(
    'contacts',
    'Contacts',
    'A phone prints only when it is confirmed and not past its date.',
    heading('National'),
    table(['Office', 'Phone', 'Address', 'Source', 'Dates'], [27, 23, 20, 15, 15], rows),
    heading('States'),
    table(
      ['State', 'Regulator, phone', 'Medicaid', 'Status: address, phone, Medicaid'],
      [12, 40, 28, 20],
      lines.map((line) => {
        const cells = splitCsvLine(line);
        const cell = (name: string): Html => escape(cells[columns.indexOf(name)] ?? '');
        return [
          `<b>${cell('state')}</b> ${cell('name')}`,
          `${cell('regulator')}<br>${cell('regulator_url')}<br>${cell('consumer_phone')}`,
          `${cell('medicaid_agency')}<br>${cell('medicaid_url')}`,
          `${cell('regulator_url_status')}<br>${cell('phone_status')}<br>${cell('medicaid_url_status')}`,
        ];
      }),
    ),
  );
}

export function withheldPart({ withheld }: Evidence): Part {
  return part(
    'withheld',
    'What is not printed, and why',
    'Facts that stand in the content and do not reach a patient. To print one, confirm it with its source.',
    table(
      ['Fact', 'Why', 'File'],
      [34, 24, 42],
      withheld.map(({ fact, why, file, line }) => [
        escape(fact),
        escape(why),
        escape(line === null ? file : `${file}:${line}`),
      ]),
    ),
  );
}

export function wordPart(guide: Guide): Part {
  return part(
    'words',
    'Words to know, and how the voice says them',
    'The terms of the trade, and every written form that the voice says in another way.',
    heading('Words to know'),
    table(
      ['Term', 'Plain words'],
      [35, 65],
      guide.terms.map(({ term, plain }) => [`<b>${escape(term)}</b>`, said(plain)]),
    ),
    heading('Said aloud'),
    table(
      ['Written', 'Said'],
      [35, 65],
      Object.entries(guide.lexicon.words).map(([written, spoken]) => [escape(written), escape(String(spoken))]),
    ),
  );
}

/** The readability table, hardest pages first. English only. */
export function readabilityPart(files: ContentFiles): Part {
  const figure = (grade: number | null): Html => (grade === null ? '–' : grade.toFixed(1));
  const { rows } = checkReadability(files);
  const hardest = [...rows].sort(
    (one, other) => (other.fk ?? 0) - (one.fk ?? 0) || one.place.localeCompare(other.place),
  );
  return part(
    'readability',
    'Readability',
    'Flesch-Kincaid 6.0 and SMOG 7.0 are the most for a patient’s page. Raw: with no word on the list of allowed names.',
    table(
      ['Page', 'Grade', 'raw', 'SMOG', 'raw', 'Words', 'Long words'],
      [34, 8, 8, 8, 8, 8, 26],
      hardest.map((row) => [
        escape(row.gated ? row.place : `${row.place} (reported only)`),
        figure(row.fk),
        figure(row.fkRaw),
        figure(row.smog),
        figure(row.smogRaw),
        String(row.words),
        escape(row.longWords.slice(0, 5).join(' ')),
      ]),
    ),
  );
}
