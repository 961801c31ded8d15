import { US_STATES } from '../../basics/us-states';
import { confirm, formatWithholding, withholdingOf, type Confirmed, type Proof } from '../confirmed';
import type { ClockSpan, Contact, Guide, StateEntry } from '../model';
import { checkUnique, checkVoice } from './checks';
import type { ContentParts } from './parse';
import { STATES_CSV } from './paths';
import type { Reading, Report } from './reading';
import { checkCheckedOn } from './span';
import type { StateRow } from './states-csv';

interface Dates {
  readonly as_of: string;
  readonly checked_on: string;
  readonly expires_on: string;
}

/**
 * Contacts as they may be shown on the day of the reading: a phone prints only if it is confirmed and not expired, an
 * address unless it is unconfirmed (docs/design/product.md "What may print as a fact"). The rest is withheld.
 */
export function resolveContacts(parts: ContentParts, reading: Reading): Pick<Guide, 'contacts' | 'states'> {
  checkStates(parts, reading.today);
  return {
    contacts: resolveNational(parts, reading),
    states: parts.stateRows.map((row) => resolveState(row, parts, reading)),
  };
}

function resolveNational({ national, contactWords, span }: ContentParts, reading: Reading): readonly Contact[] {
  const { report } = national;
  checkUnique(national.value.contacts, 'contacts', report);
  return national.value.contacts.map((row, index): Contact => {
    const field = `contacts.${index}`;
    checkDates(row, field, { span, today: reading.today, report });
    if (row.phone !== undefined && row.phone_status === undefined)
      report(`${field}.phone`, 'this phone has no phone_status.', 'say how sure it is; only "confirmed" prints.');
    if (row.web !== undefined && row.web_status === undefined)
      report(`${field}.web`, 'this address has no web_status.', 'say how sure it is; all but "UNCONFIRMED" print.');
    const about = contactWords.value.national[row.id];
    if (about === undefined)
      contactWords.report('national', `the contact "${row.id}" has no words.`, `add ${row.id} = "…" to [national].`);
    const show = showing(row.expires_on, reading.today, (what, why) => {
      reading.withhold({ file: national.file, line: national.lineOf(field), fact: `${what} of ${row.name}`, why });
    });
    return {
      id: row.id,
      name: row.name,
      about: checkVoice(about ?? '', `national.${row.id}`, contactWords.report),
      phone: show.phone(row.phone, row.phone_status, 'phone'),
      tty: show.phone(row.tty, row.phone_status, 'TTY'),
      web: show.web(row.web, row.web_status),
      asOf: row.as_of,
      checkedOn: row.checked_on === '' ? null : row.checked_on,
      expiresOn: row.expires_on,
    };
  });
}

/** What the offices of all states share. */
function checkStates({ states, contactWords, span }: ContentParts, today: string): void {
  const { value, report } = states;
  checkVoice(contactWords.value.states.regulator, 'states.regulator', contactWords.report);
  checkVoice(contactWords.value.states.medicaid, 'states.medicaid', contactWords.report);
  checkDates(value, '', { span, today, report });
  for (const [table, rows] of Object.entries({ ids: value.ids, checked: value.checked })) {
    for (const usState of Object.keys(rows)) {
      if (!US_STATES.includes(usState))
        report(`${table}.${usState}`, `there is no state "${usState}".`, 'write its two letters.');
    }
  }
  for (const [usState, day] of Object.entries(value.checked))
    checkDates(datesOf(value, day), `checked.${usState}`, { span, today, report });
}

function datesOf(shared: Dates, checkedOn: string | undefined): Dates {
  const { as_of, checked_on, expires_on } = shared;
  if (checkedOn === undefined) return { as_of, checked_on, expires_on };
  return { as_of, checked_on: checkedOn, expires_on: yearAfter(checkedOn) };
}

function resolveState(
  { line, value: row }: StateRow,
  { states, contactWords }: ContentParts,
  reading: Reading,
): StateEntry {
  const { as_of, checked_on, expires_on } = datesOf(states.value, states.value.checked[row.state]);
  const dates = { asOf: as_of, checkedOn: checked_on === '' ? null : checked_on, expiresOn: expires_on };
  const showOf = (office: string) =>
    showing(expires_on, reading.today, (what, why) => {
      reading.withhold({ file: STATES_CSV, line, fact: `${what} of ${office}`, why });
    });
  const names = row.regulator.split(' | ');
  const webs = row.regulator_url.split(' | ');
  const phones = row.consumer_phone.split(' | ');
  if (webs.length !== names.length || phones.length !== names.length) {
    const cause = `${row.state} names ${names.length} regulators, ${webs.length} addresses and ${phones.length} phones.`;
    reading.report({ file: STATES_CSV, line, field: 'regulator', cause, fix: 'put " | " between as many of each.' });
  }
  const suffixes = states.value.ids[row.state] ?? [];
  const about = contactWords.value.states;
  return {
    id: row.state,
    name: row.name,
    regulators: names.map((name, index) => {
      const show = showOf(name);
      return {
        id: names.length === 1 ? `regulator-${row.state}` : `regulator-${row.state}-${suffixes[index] ?? index + 1}`,
        name,
        about: about.regulator,
        phone: show.phone(phones[index], row.phone_status, 'phone'),
        tty: null,
        web: show.web(webs[index], row.regulator_url_status),
        ...dates,
      };
    }),
    medicaid: {
      id: `medicaid-${row.state}`,
      name: row.medicaid_agency,
      about: about.medicaid,
      phone: null,
      tty: null,
      web: showOf(row.medicaid_agency).web(row.medicaid_url, row.medicaid_url_status),
      ...dates,
    },
  };
}

/** The parts of one contact that may be shown. Calls `withhold` for the others. */
function showing(
  expiresOn: string,
  today: string,
  withhold: (what: string, why: string) => void,
): {
  phone(phone: string | undefined, status: string | undefined, what: string): Confirmed<string> | null;
  web(web: string | undefined, status: string | undefined): string | null;
} {
  const proofOf = (status: string): Proof => ({ status, effective_from: '', effective_until: expiresOn });
  const note = (what: string, proof: Proof): void => {
    const why = withholdingOf(proof, today);
    if (why !== null) withhold(what, formatWithholding(why, proof));
  };
  return {
    phone(phone, status = '', what) {
      if (phone === undefined) return null;
      note(what, proofOf(status));
      return confirm(phone, proofOf(status), today);
    },
    web(web, status = '') {
      if (web === undefined) return null;
      // An address needs some source, but no confirmation: it leads to an office that identifies itself.
      const proof = proofOf(status.toLowerCase() === 'unconfirmed' ? status : 'confirmed');
      note('address', proof);
      return withholdingOf(proof, today) === null ? web.replace(/^https?:\/\//, '').replace(/\/$/, '') : null;
    },
  };
}

/** A check cannot be in the future, and is valid for at most a year. */
function checkDates(
  { as_of, checked_on, expires_on }: Dates,
  field: string,
  against: { readonly span: ClockSpan; readonly today: string; readonly report: Report },
): void {
  const fieldOf = (name: string): string => (field === '' ? name : `${field}.${name}`);
  checkCheckedOn(checked_on, fieldOf('checked_on'), against);
  const longest = yearAfter(checked_on === '' ? as_of : checked_on);
  if (expires_on > longest) {
    const fix = `write ${longest}, or the day of a new check into checked_on.`;
    against.report(fieldOf('expires_on'), `${expires_on} is more than 12 months after the last check.`, fix);
  }
}

function yearAfter(iso: string): string {
  return `${Number(iso.slice(0, 4)) + 1}${iso.slice(4)}`;
}
