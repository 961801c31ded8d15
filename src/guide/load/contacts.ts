import type { Contact, Guide, StateEntry } from '../model';
import type { Problem } from '../problems';
import { checkUnique, checkVoice, reporter } from './checks';
import type { ContentFiles } from './files';
import { nationalSchema, statesSchema } from './schemas';
import { readToml } from './toml';

const STATES_CSV = 'contacts/states.csv';
const COLUMNS = [
  'state',
  'name',
  'regulator',
  'regulator_url',
  'consumer_phone',
  'medicaid_agency',
  'medicaid_url',
  'regulator_url_status',
  'phone_status',
  'medicaid_url_status',
  'source',
] as const;
type StateRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A phone prints only when confirmed; an address prints unless nobody stands behind it (design/product.md "What may print"). */
const phoneIfSure = (phone: string | undefined, status: string | undefined): string | null =>
  phone !== undefined && status === 'confirmed' ? phone : null;
const webIfKnown = (web: string, status: string): string | null =>
  status === 'unconfirmed' ? null : web.replace(/^https?:\/\//, '').replace(/\/$/, '');

/** Contacts that may be shown on `today`; what has expired is left out (design/content.md 7). */
export function readContacts(
  files: ContentFiles,
  today: string,
  problems: Problem[],
): Pick<Guide, 'contacts' | 'states'> | null {
  const national = readToml(files, 'contacts/national.toml', nationalSchema, problems);
  const shared = readToml(files, 'contacts/states.toml', statesSchema, problems);
  const rows = readStateRows(files, problems);
  if (national === null || shared === null || rows === null) return null;
  const report = reporter(national, problems);
  const reportShared = reporter(shared, problems);
  checkUnique(national.value.contacts, 'contacts', report);

  const contacts = national.value.contacts.map((row, at): Contact => {
    const fresh = row.expires_on >= today;
    return {
      id: row.id,
      name: row.name,
      about: checkVoice(row.about, `contacts.${at}.about`, report),
      phone: fresh ? phoneIfSure(row.phone, row.phone_status) : null,
      tty: fresh ? phoneIfSure(row.tty, row.phone_status) : null,
      web: fresh ? webIfKnown(row.web, row.web_status) : null,
      asOf: row.as_of,
      checkedOn: row.checked_on === '' ? null : row.checked_on,
      expiresOn: row.expires_on,
    };
  });

  const { as_of, checked_on, expires_on, regulator_about, medicaid_about, ids } = shared.value;
  checkVoice(regulator_about, 'regulator_about', reportShared);
  checkVoice(medicaid_about, 'medicaid_about', reportShared);
  const fresh = expires_on >= today;
  const dates = { asOf: as_of, checkedOn: checked_on === '' ? null : checked_on, expiresOn: expires_on };
  const states = rows.map((row): StateEntry => {
    const names = row.regulator.split(' | ');
    const webs = row.regulator_url.split(' | ');
    const phones = row.consumer_phone.split(' | ');
    const suffixes = ids[row.state] ?? [];
    return {
      id: row.state,
      name: row.name,
      regulators: names.map((name, at) => ({
        id: names.length === 1 ? `regulator-${row.state}` : `regulator-${row.state}-${suffixes[at] ?? at + 1}`,
        name,
        about: regulator_about,
        phone: fresh ? phoneIfSure(phones[at], row.phone_status) : null,
        tty: null,
        web: fresh ? webIfKnown(webs[at] ?? '', row.regulator_url_status) : null,
        ...dates,
      })),
      medicaid: {
        id: `medicaid-${row.state}`,
        name: row.medicaid_agency,
        about: medicaid_about,
        phone: null,
        tty: null,
        web: fresh ? webIfKnown(row.medicaid_url, row.medicaid_url_status) : null,
        ...dates,
      },
    };
  });
  return { contacts, states };
}

function readStateRows(files: ContentFiles, problems: Problem[]): readonly StateRow[] | null {
  const [header, ...lines] = (files.get(STATES_CSV) ?? '').trim().split('\n');
  if (header !== COLUMNS.join(',')) {
    problems.push({
      file: STATES_CSV,
      line: 1,
      field: null,
      cause: 'the file is missing, or its first line does not name the columns.',
      mend: `write ${COLUMNS.join(',')} in the first line.`,
    });
    return null;
  }
  const rows: StateRow[] = [];
  lines.forEach((line, at) => {
    const cells = splitCsvLine(line);
    if (cells.length === COLUMNS.length && cells.slice(0, -1).every((cell) => cell !== '')) {
      rows.push(Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? ''])) as StateRow);
      return;
    }
    problems.push({
      file: STATES_CSV,
      line: at + 2,
      field: null,
      cause: `found ${cells.length} cells, or an empty one; ${COLUMNS.length} are needed.`,
      mend: 'put a cell that has a comma in double quotes, and leave none empty.',
    });
  });
  return rows;
}

/** RFC 4180 without line breaks inside cells. */
function splitCsvLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}
