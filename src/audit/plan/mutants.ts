/** Guides with one rule broken: a verification that does not notice is worth little. */
import { ALWAYS, type Condition, type Guide, type Ladder, type PacketRow } from '../../guide/model';
import { mutantsOfRules } from './rule-mutants';

export interface Mutant {
  readonly kind: string;
  /** Which rule, and how it is broken. */
  readonly what: string;
  readonly guide: Guide;
}

/** Every mutant of a guide, one at a time. */
export function* mutantsOf(guide: Guide): Generator<Mutant> {
  yield* rulesOf('message', guide.messages, (messages) => ({ ...guide, messages }));
  yield* rulesOf('step', guide.steps, (steps) => ({ ...guide, steps }));
  yield* rulesOf('overlay', guide.overlays, (overlays) => ({ ...guide, overlays }));
  yield* ordersOf(
    'overlay',
    guide.overlays,
    ({ id }) => id,
    (overlays) => ({ ...guide, overlays }),
  );
  for (const [at, overlay] of guide.overlays.entries()) {
    const withParts = (parts: typeof overlay.parts): Guide => ({
      ...guide,
      overlays: replaced(guide.overlays, at, { ...overlay, parts }),
    });
    const named = overlay.parts.map((part) => ({ ...part, id: `${overlay.id}/${part.key}` }));
    yield* conditionsOf('piece of an overlay', named, withParts);
    yield* droppedOf('piece of an overlay', named, withParts);
  }
  yield* rulesOf('complaint', guide.complaints, (complaints) => ({ ...guide, complaints }));
  yield* contactsOf('complaint', guide.complaints, (complaints) => ({ ...guide, complaints }));
  yield* contactsOf('help', guide.help, (help) => ({ ...guide, help }));
  yield* droppedOf('help', guide.help, (help) => ({ ...guide, help }));
  for (const [at, help] of guide.help.entries()) {
    const withOutcomes = (outcomes: typeof help.outcomes): Guide => ({
      ...guide,
      help: replaced(guide.help, at, { ...help, outcomes }),
    });
    const kind = 'help outcome';
    const named = help.outcomes.map((outcome) => ({ ...outcome, id: `${help.id}/${outcome.id}` }));
    const putBack = (outcomes: readonly (typeof named)[number][]): Guide =>
      withOutcomes(outcomes.map((outcome) => ({ ...outcome, id: outcome.id.slice(help.id.length + 1) })));
    yield* conditionsOf(kind, named, putBack);
    yield* droppedOf(kind, named, putBack);
    for (const [place, outcome] of help.outcomes.entries()) {
      for (const result of (['yes', 'ask', 'no'] as const).filter((each) => each !== outcome.result)) {
        const what = `${help.id}/${outcome.id}: ${outcome.result} → ${result}`;
        yield { kind, what, guide: withOutcomes(replaced(help.outcomes, place, { ...outcome, result })) };
      }
    }
  }
  yield* conditionsOf('person', guide.people, (people) => ({ ...guide, people }));
  yield* droppedOf('person', guide.people, (people) => ({ ...guide, people }));
  yield* documentsOf(guide);
  for (const [at, flag] of guide.flags.entries()) {
    const rows = flag.any.map((when) => ({ id: flag.id, when }));
    const withAny = (any: readonly { readonly when: Condition }[]): Guide => ({
      ...guide,
      flags: replaced(guide.flags, at, { ...flag, any: any.map(({ when }) => when) }),
    });
    yield* conditionsOf('flag', rows, withAny);
    yield* droppedOf('flag', rows, withAny);
  }
  const asked = guide.questions.map(({ id, ask }) => ({ id, when: ask }));
  yield* conditionsOf('question', asked, (rows) => ({
    ...guide,
    questions: guide.questions.map((question, at) => ({ ...question, ask: rows[at]?.when ?? ALWAYS })),
  }));
  for (const [at, ladder] of guide.ladders.entries()) {
    yield* ladderOf(ladder, guide.ladders, (broken) => ({ ...guide, ladders: replaced(guide.ladders, at, broken) }));
  }
  yield* droppedOf('ladder', guide.ladders, (ladders) => ({ ...guide, ladders }));
  yield* packetOf(guide);
  yield* mutantsOfRules(guide);
}

type Named = { readonly id: string };
type Conditional = Named & { readonly when: Condition };

function* rulesOf<Rule extends Conditional & { readonly because: readonly string[] }>(
  kind: string,
  rules: readonly Rule[],
  put: (rules: readonly Rule[]) => Guide,
): Generator<Mutant> {
  yield* conditionsOf(kind, rules, put);
  yield* droppedOf(kind, rules, put);
  for (const [at, rule] of rules.entries()) {
    const next = rules[at + 1];
    if (next !== undefined) {
      const swapped = replaced(replaced(rules, at, { ...rule, id: next.id }), at + 1, { ...next, id: rule.id });
      yield { kind, what: `${rule.id}: changes names with ${next.id}`, guide: put(swapped) };
    }
    if (kind !== 'message') {
      yield { kind, what: `${rule.id}: no because`, guide: put(replaced(rules, at, { ...rule, because: [] })) };
    }
  }
}

/** Each part of each condition left out, and turned round. */
function* conditionsOf<Rule extends Conditional>(
  kind: string,
  rules: readonly Rule[],
  put: (rules: readonly Rule[]) => Guide,
): Generator<Mutant> {
  for (const [at, rule] of rules.entries()) {
    for (const [how, when] of brokenConditions(rule.when)) {
      yield { kind, what: `${rule.id}: ${how}`, guide: put(replaced(rules, at, { ...rule, when })) };
    }
  }
}

function* brokenConditions(when: Condition): Generator<readonly [string, Condition]> {
  for (const [name, answers] of Object.entries(when.is)) {
    const is = without(when.is, name);
    yield [`${name} left out`, { ...when, is }];
    yield [`${name} turned round`, { ...when, is, not: { ...when.not, [name]: answers } }];
    for (const answer of answers.length > 1 ? answers : []) {
      const fewer = answers.filter((each) => each !== answer);
      yield [`${name} without ${answer}`, { ...when, is: { ...when.is, [name]: fewer } }];
    }
  }
  for (const [name, answers] of Object.entries(when.not)) {
    const not = without(when.not, name);
    yield [`not ${name} left out`, { ...when, not }];
    yield [`not ${name} turned round`, { ...when, not, is: { ...when.is, [name]: answers } }];
  }
  for (const [name, answers] of Object.entries(when.only)) {
    const only = without(when.only, name);
    yield [`only ${name} left out`, { ...when, only }];
    yield [`only ${name} made any`, { ...when, only, is: { ...when.is, [name]: answers } }];
  }
  for (const [name, count] of Object.entries(when.atLeast)) {
    yield [`at least ${name} left out`, { ...when, atLeast: without(when.atLeast, name) }];
    yield [`at least ${name} one more`, { ...when, atLeast: { ...when.atLeast, [name]: count + 1 } }];
  }
  for (const flag of when.flags) {
    const flags = when.flags.filter((each) => each !== flag);
    yield [`flag ${flag} left out`, { ...when, flags }];
    yield [`flag ${flag} turned round`, { ...when, flags, noFlags: [...when.noFlags, flag] }];
  }
  for (const flag of when.noFlags) {
    const noFlags = when.noFlags.filter((each) => each !== flag);
    yield [`no flag ${flag} left out`, { ...when, noFlags }];
    yield [`no flag ${flag} turned round`, { ...when, noFlags, flags: [...when.flags, flag] }];
  }
}

function* droppedOf<Rule extends Named>(
  kind: string,
  rules: readonly Rule[],
  put: (rules: readonly Rule[]) => Guide,
): Generator<Mutant> {
  for (const [at, { id }] of rules.entries()) {
    yield { kind, what: `${id}: dropped`, guide: put(rules.filter((_, place) => place !== at)) };
  }
}

/** Neighbours in another order. */
function* ordersOf<Each>(
  kind: string,
  list: readonly Each[],
  nameOf: (each: Each) => string,
  put: (list: readonly Each[]) => Guide,
): Generator<Mutant> {
  for (const [at, one] of list.entries()) {
    const other = list[at + 1];
    if (other === undefined) continue;
    const what = `${nameOf(one)}: after ${nameOf(other)}`;
    yield { kind, what, guide: put(replaced(replaced(list, at, other), at + 1, one)) };
  }
}

function* contactsOf<Rule extends Named & { readonly contacts: readonly string[] }>(
  kind: string,
  rules: readonly Rule[],
  put: (rules: readonly Rule[]) => Guide,
): Generator<Mutant> {
  for (const [at, rule] of rules.entries()) {
    for (const contact of rule.contacts) {
      const contacts = rule.contacts.filter((each) => each !== contact);
      yield { kind, what: `${rule.id}: without ${contact}`, guide: put(replaced(rules, at, { ...rule, contacts })) };
    }
    const contacts = [...rule.contacts, rule.contacts.includes('regulator') ? 'medicaid' : 'regulator'];
    yield { kind, what: `${rule.id}: one office more`, guide: put(replaced(rules, at, { ...rule, contacts })) };
  }
}

function* documentsOf(guide: Guide): Generator<Mutant> {
  const kind = 'page';
  const patient = guide.documents.filter(({ audience }) => audience !== 'staff');
  for (const field of ['trigger', 'tickedWhen'] as const) {
    const rows = patient.map((document) => ({ id: `${document.id} ${field}`, when: document[field] }));
    yield* conditionsOf(kind, rows, (changed) => {
      const documents = patient.map((document, at) => ({ ...document, [field]: changed[at]?.when ?? ALWAYS }));
      return { ...guide, documents };
    });
  }
  yield* droppedOf(kind, patient, (documents) => ({ ...guide, documents }));
  yield* ordersOf(
    kind,
    guide.order,
    (id) => id,
    (order) => ({ ...guide, order }),
  );
  for (const document of patient) {
    const changed = { ...document, because: document.because.length === 0 ? ['stage'] : [] };
    const documents = guide.documents.map((each) => (each.id === document.id ? changed : each));
    yield { kind, what: `${document.id}: another because`, guide: { ...guide, documents } };
  }
}

const LEVEL_ANSWERS = ['first', 'pending', 'second', 'all', 'unsure'];

function* ladderOf(ladder: Ladder, all: readonly Ladder[], put: (ladder: Ladder) => Guide): Generator<Mutant> {
  // A confirmed time can be made by the loader alone, so a wrong one is borrowed from another place.
  const borrowedTime = all.flatMap(({ levels }) => levels.flatMap(({ askWithin }) => askWithin ?? []))[0] ?? null;
  const borrowedAdd = all.flatMap(({ dates }) => dates.flatMap(({ add }) => add ?? []))[0] ?? null;
  const name = `${ladder.coverage} ${ladder.id}`;
  for (const answer of LEVEL_ANSWERS) {
    const other = ladder.levels.find(({ id }) => id !== ladder.here[answer]);
    if (other === undefined) continue;
    const here = { ...ladder.here, [answer]: other.id };
    yield { kind: 'here', what: `${name}: ${answer} → ${other.id}`, guide: put({ ...ladder, here }) };
  }
  for (const [at, level] of ladder.levels.entries()) {
    const kind = 'level';
    const what = `${name} ${level.id}`;
    const withLevel = (changed: typeof level): Guide =>
      put({ ...ladder, levels: replaced(ladder.levels, at, changed) });
    yield {
      kind,
      what: `${what}: automatic turned round`,
      guide: withLevel({ ...level, automatic: !level.automatic }),
    };
    yield { kind, what: `${what}: another name`, guide: withLevel({ ...level, id: 'second-look' }) };
    const { askWithin } = level;
    if (askWithin === null) {
      yield { kind, what: `${what}: a time`, guide: withLevel({ ...level, askWithin: borrowedTime }) };
    } else {
      const longer = { ...askWithin, count: askWithin.count + 1 };
      yield { kind, what: `${what}: one more`, guide: withLevel({ ...level, askWithin: longer }) };
    }
  }
  for (const [at, date] of ladder.dates.entries()) {
    const kind = 'date';
    const what = `${name} ${date.id} at ${date.at.join('+')}`;
    const withDate = (changed: typeof date): Guide => put({ ...ladder, dates: replaced(ladder.dates, at, changed) });
    yield {
      kind,
      what: `${what}: dropped`,
      guide: put({ ...ladder, dates: ladder.dates.filter((each) => each !== date) }),
    };
    for (const answer of date.at) {
      const fewer = date.at.filter((each) => each !== answer);
      yield { kind, what: `${what}: not at ${answer}`, guide: withDate({ ...date, at: fewer }) };
    }
    if (date.add === null) {
      yield { kind, what: `${what}: computed`, guide: withDate({ ...date, add: borrowedAdd }) };
      continue;
    }
    const { add } = date;
    yield { kind, what: `${what}: one more`, guide: withDate({ ...date, add: { ...add, count: add.count + 1 } }) };
    yield { kind, what: `${what}: blank`, guide: withDate({ ...date, add: null }) };
    const unit = add.unit === 'days' ? 'months' : 'days';
    yield { kind, what: `${what}: in ${unit}`, guide: withDate({ ...date, add: { ...add, unit } }) };
    const turned = { ...date, alsoPartial: !date.alsoPartial };
    yield { kind, what: `${what}: partial turned round`, guide: withDate(turned) };
    yield { kind, what: `${what}: no source`, guide: withDate({ ...date, source: '' }) };
  }
}

function* packetOf(guide: Guide): Generator<Mutant> {
  const kind = 'packet row';
  const { packet } = guide;
  const withRows = (rows: readonly PacketRow[]): Guide => ({ ...guide, packet: { ...packet, rows } });
  const named = packet.rows.map((row, at) => ({ ...row, id: `row ${at + 1}` }));
  yield* conditionsOf(kind, named, withRows);
  yield* droppedOf(kind, named, withRows);
  for (const [at, row] of packet.rows.entries()) {
    for (const list of ['must', 'fill'] as const) {
      const put = (ids: readonly string[]): Guide => withRows(replaced(packet.rows, at, { ...row, [list]: ids }));
      for (const id of row[list]) {
        yield {
          kind,
          what: `row ${at + 1} ${list} without ${id}`,
          guide: put(row[list].filter((each) => each !== id)),
        };
      }
      yield* ordersOf(kind, row[list], (id) => `row ${at + 1} ${list} ${id}`, put);
    }
  }
  const { budget, fillTo } = packet;
  for (const more of [-1, 1]) {
    const regular = { ...budget, regular: budget.regular + more };
    const large = { ...budget, large: budget.large + more };
    yield { kind, what: `budget ${regular.regular}`, guide: { ...guide, packet: { ...packet, budget: regular } } };
    yield {
      kind,
      what: `budget ${large.large} in large print`,
      guide: { ...guide, packet: { ...packet, budget: large } },
    };
    yield { kind, what: `fill to ${fillTo + more}`, guide: { ...guide, packet: { ...packet, fillTo: fillTo + more } } };
  }
}

function replaced<Each>(list: readonly Each[], at: number, other: Each): readonly Each[] {
  return list.map((each, place) => (place === at ? other : each));
}
function without<Value>(map: Readonly<Record<string, Value>>, name: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));
}
