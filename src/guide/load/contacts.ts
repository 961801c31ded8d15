import * as v from 'valibot';
import { confirm, formatWithholding, withholdingOf, type Confirmed, type Proof } from '../confirmed';
import type { Withheld } from '../evidence';
import type { Contact, Guide, StateEntry } from '../model';
import type { Problem } from '../../basics/problem';
import { checkUnique, checkVoice, reporter, type Report } from './checks';
import type { ContentFiles } from './files';
import { nationalSchema, stateRowSchema, statesSchema } from './schemas';
import { readToml } from './toml';

const STATES_CSV = 'contacts/states.csv';
const COLUMNS = Object.keys(stateRowSchema.entries);
/** 50 states and DC: the grid of states on the check screen has them all. */
const AREAS: readonly string[] = (
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR ' +
  'PA RI SC SD TN TX UT VT VA WA WV WI WY'
).split(' ');

interface StateRow {
  readonly line: number;
  readonly value: v.InferOutput<typeof stateRowSchema>;
}
interface Dates {
  readonly as_of: string;
  readonly checked_on: string;
  readonly expires_on: string;
}

/**
 * Contacts as they may be shown on `today`: a phone prints only when it is confirmed and in date, an address unless
 * nobody stands behind it (docs/design/product.md "What may print"). What is left out is added to `withheld`.
 */
export function readContacts(
  files: ContentFiles,
  today: string,
  problems: Problem[],
  withheld: Withheld[],
): Pick<Guide, 'contacts' | 'states'> | null {
  const national = readToml(files, 'contacts/national.toml', nationalSchema, problems);
  const shared = readToml(files, 'contacts/states.toml', statesSchema, problems);
  const rows = readStateRows(files, problems);
  if (national === null || shared === null || rows === null) return null;
  const report = reporter(national, problems);
  checkUnique(national.value.contacts, 'contacts', report);

  const contacts = national.value.contacts.map((row, at): Contact => {
    const field = `contacts.${at}`;
    checkDates(row, today, field, report);
    if (row.phone !== undefined && row.phone_status === undefined)
      report(`${field}.phone`, 'this phone has no phone_status.', 'say how sure it is; only "confirmed" prints.');
    if (row.web !== undefined && row.web_status === undefined)
      report(`${field}.web`, 'this address has no web_status.', 'say how sure it is; all but "UNCONFIRMED" print.');
    const show = showing(row.expires_on, today, (what, why) => {
      withheld.push({ file: national.file, line: national.lineOf(field), fact: `${what} of ${row.name}`, why });
    });
    return {
      id: row.id,
      name: row.name,
      about: checkVoice(row.about, `${field}.about`, report),
      phone: show.phone(row.phone, row.phone_status, 'phone'),
      tty: show.phone(row.tty, row.phone_status, 'TTY'),
      web: show.web(row.web, row.web_status),
      asOf: row.as_of,
      checkedOn: row.checked_on === '' ? null : row.checked_on,
      expiresOn: row.expires_on,
    };
  });

  const reportShared = reporter(shared, problems);
  const { regulator_about, medicaid_about, ids, checked } = shared.value;
  checkVoice(regulator_about, 'regulator_about', reportShared);
  checkVoice(medicaid_about, 'medicaid_about', reportShared);
  checkDates(shared.value, today, '', reportShared);
  for (const [table, states] of Object.entries({ ids: Object.keys(ids), checked: Object.keys(checked) })) {
    for (const state of states) {
      if (!AREAS.includes(state))
        reportShared(`${table}.${state}`, `there is no state "${state}".`, 'write its two letters.');
    }
  }
  const states = rows.map(({ line, value: row }): StateEntry => {
    const own = checked[row.state];
    const { as_of, checked_on, expires_on }: Dates =
      own === undefined ? shared.value : { ...shared.value, checked_on: own, expires_on: yearAfter(own) };
    if (own !== undefined) checkDates({ as_of, checked_on, expires_on }, today, `checked.${row.state}`, reportShared);
    const dates = { asOf: as_of, checkedOn: checked_on === '' ? null : checked_on, expiresOn: expires_on };
    const showOf = (office: string) =>
      showing(expires_on, today, (what, why) => {
        withheld.push({ file: STATES_CSV, line, fact: `${what} of ${office}`, why });
      });
    const names = row.regulator.split(' | ');
    const webs = row.regulator_url.split(' | ');
    const phones = row.consumer_phone.split(' | ');
    if (webs.length !== names.length || phones.length !== names.length) {
      const cause = `${row.state} names ${names.length} regulators, ${webs.length} addresses and ${phones.length} phones.`;
      problems.push({ file: STATES_CSV, line, field: 'regulator', cause, fix: 'put " | " between as many of each.' });
    }
    const suffixes = ids[row.state] ?? [];
    const medicaid = showOf(row.medicaid_agency);
    return {
      id: row.state,
      name: row.name,
      regulators: names.map((name, at) => {
        const show = showOf(name);
        return {
          id: names.length === 1 ? `regulator-${row.state}` : `regulator-${row.state}-${suffixes[at] ?? at + 1}`,
          name,
          about: regulator_about,
          phone: show.phone(phones[at], row.phone_status, 'phone'),
          tty: null,
          web: show.web(webs[at], row.regulator_url_status),
          ...dates,
        };
      }),
      medicaid: {
        id: `medicaid-${row.state}`,
        name: row.medicaid_agency,
        about: medicaid_about,
        phone: null,
        tty: null,
        web: medicaid.web(row.medicaid_url, row.medicaid_url_status),
        ...dates,
      },
    };
  });
  return { contacts, states };
}

/** What of one contact may be shown; `withhold` hears of the rest. */
function showing(
  expiresOn: string,
  today: string,
  withhold: (what: string, why: string) => void,
): {
  phone(phone: string | undefined, status: string | undefined, what: string): Confirmed<string> | null;
  web(web: string | undefined, status: string | undefined): string | null;
} {
  const gate = (status: string): Proof => ({ status, effective_from: '', effective_until: expiresOn });
  const note = (what: string, proof: Proof): void => {
    const why = withholdingOf(proof, today);
    if (why !== null) withhold(what, formatWithholding(why, proof));
  };
  return {
    phone(phone, status = '', what) {
      if (phone === undefined) return null;
      note(what, gate(status));
      return confirm(phone, gate(status), today);
    },
    web(web, status = '') {
      if (web === undefined) return null;
      // Any source but none will do for an address: it leads to an office that says itself who it is.
      const proof = gate(status.toLowerCase() === 'unconfirmed' ? status : 'confirmed');
      note('address', proof);
      return withholdingOf(proof, today) === null ? web.replace(/^https?:\/\//, '').replace(/\/$/, '') : null;
    },
  };
}

/** Nobody can have checked tomorrow, and nothing stays good for more than a year after somebody looked. */
function checkDates({ as_of, checked_on, expires_on }: Dates, today: string, field: string, report: Report): void {
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  if (checked_on > today) report(at('checked_on'), `${checked_on} is not here yet.`, 'write the day of the check.');
  const longest = yearAfter(checked_on === '' ? as_of : checked_on);
  if (expires_on > longest) {
    const fix = `write ${longest}, or the day of a new check into checked_on.`;
    report(at('expires_on'), `${expires_on} is more than 12 months after the last look.`, fix);
  }
}

function yearAfter(iso: string): string {
  return `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;
}

function readStateRows(files: ContentFiles, problems: Problem[]): readonly StateRow[] | null {
  const [header, ...lines] = (files.get(STATES_CSV) ?? '').trim().split('\n');
  const report = (line: number | null, field: string | null, cause: string, fix: string): void => {
    problems.push({ file: STATES_CSV, line, field, cause, fix });
  };
  if (header !== COLUMNS.join(',')) {
    const fix = `write ${COLUMNS.join(',')} in the first line.`;
    report(1, null, 'the file is missing, or its first line does not name the columns.', fix);
    return null;
  }
  const rows: StateRow[] = [];
  lines.forEach((text, at) => {
    const line = at + 2;
    const cells = splitCsvLine(text);
    if (cells.length !== COLUMNS.length || cells.slice(0, -1).includes('')) {
      const fix = 'put a cell that has a comma in double quotes, and leave none empty.';
      report(line, null, `found ${cells.length} cells, or an empty one; ${COLUMNS.length} are needed.`, fix);
      return;
    }
    const read = v.safeParse(
      stateRowSchema,
      Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? ''])),
    );
    if (!read.success) {
      for (const issue of read.issues) {
        const cause = `"${String(issue.input)}" has the wrong shape.`;
        const fix =
          'phones like 1-800-123-4567, addresses from https://, a status of confirmed, corroborated, unconfirmed.';
        report(line, v.getDotPath(issue), cause, fix);
      }
      return;
    }
    const { state } = read.output;
    if (!AREAS.includes(state)) report(line, 'state', `there is no state "${state}".`, 'write its two letters.');
    if (rows.some((row) => row.value.state === state))
      report(line, 'state', `the state "${state}" stands twice.`, 'take one of the lines out.');
    rows.push({ line, value: read.output });
  });
  const missing = AREAS.filter((area) => !lines.some((text) => text.startsWith(`${area},`)));
  if (missing.length > 0) {
    report(null, 'state', `no line has the state ${missing.join(', ')}.`, 'put it back from the packaged content.');
  }
  return rows;
}

/** RFC 4180 without line breaks inside cells. */
export function splitCsvLine(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}
