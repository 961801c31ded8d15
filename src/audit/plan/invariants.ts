/**
 * What must be true of the plan of every person who could use the kiosk (docs/plan.md is this list in print).
 * Each is checked against `design.ts` and `stages.ts`, not against the rules that made the plan.
 */
import type { ClockSpan, Guide } from '../../guide/model';
import { addMonthsByTable, dayNumber } from './calendar';
import {
  ASK_WITHIN,
  helpFor,
  hereFor,
  laddersFor,
  LEVELS,
  LIMITS,
  overlaysFor,
  OVERSEERS,
  pathFor,
  type Profile,
} from './design';
import type { Because, Plan, PlanInput } from '../../plan/model';
import { rulesForEveryPerson } from './rules';
import {
  COMPLAINT_LINES,
  COMPLAINT_OFFICES,
  HELP_OFFICES,
  isOfUse,
  mayTick,
  ON_REQUEST,
  ORDER,
  messageFor,
  pagesFor,
  partsFor,
  peopleFor,
  stepsFor,
} from './stages';

/** One person, and the plan the engine made for them. */
export interface VerifiedPerson {
  readonly input: PlanInput;
  readonly profile: Profile;
  /** Questions the engine asks. */
  readonly path: readonly string[];
  readonly plan: Plan;
  /** The plan of the same person with answers to questions that are not asked, and the other voice. */
  readonly disturbed: Plan;
}

export interface Invariant {
  readonly id: string;
  /** One sentence, for docs/plan.md and for whoever broke it. */
  readonly says: string;
  readonly source: string;
  /** `every`: of any hospital's guide. `this`: of the rules of this guide, by their ids. */
  readonly holdsFor: 'every' | 'this';
  readonly check: (person: VerifiedPerson) => boolean;
}

const MAX_PAGES = { regular: 8, large: 13 };
const MAX_FILLED = 6;
/** Printed when somebody asks, never by itself (docs/evidence/product-anchors.md §4.1). */
const NEVER_TICKED = ['D09a', 'D09b', 'D09c', 'D09d', 'D09e', 'D09f', 'D09g', 'D19'];
const MAX_QUESTIONS = 10;
const SOON_DAYS = 7;
const AROUND: readonly string[] = ['fast-first', 'send-by', 'check-it-arrived'];

/** Prepared for one guide, because millions of people are checked. */
export function makeInvariants(guide: Guide): readonly Invariant[] {
  const lookups = prepareLookups(guide);
  return [
    ...ofQuestionsAndOverlays(lookups),
    ...ofLadders(lookups),
    ...ofHelp(lookups),
    ...ofPages(lookups),
    ...ofRules(lookups),
    ...ofReasons(lookups),
    ...rulesForEveryPerson(guide),
  ];
}

type Lookups = ReturnType<typeof prepareLookups>;

/** What the checks look up in the guide, by id. */
function prepareLookups(guide: Guide) {
  const states = new Map(guide.states.map((state) => [state.id, state]));
  const regulators = new Set(guide.states.flatMap((state) => state.regulators.map((each) => each.id)));
  const complaints = new Map(guide.complaints.map((rule) => [rule.id, rule]));
  const documents = new Map(guide.documents.map((document) => [document.id, document]));
  /** One id may mean two payers (a Part D drug). */
  const ladders = new Map(guide.ladders.map((ladder) => [`${ladder.coverage} ${ladder.id}`, ladder]));
  const ladderOf = (id: string, profile: Profile): Guide['ladders'][number] | undefined =>
    ladders.get(`${profile.ladderOf ?? ''} ${id}`);
  const steps = new Map(guide.steps.map((step) => [step.id, step]));
  const overlays = new Map(guide.overlays.map((overlay) => [overlay.id, overlay]));
  const contacts = new Set([
    ...guide.contacts.map((each) => each.id),
    ...guide.states.flatMap((state) => [...state.regulators, state.medicaid].map((each) => each.id)),
  ]);
  const offerable = guide.order.filter((id) => documents.get(id)?.audience !== 'staff');
  const inOrder = new Map(guide.order.map((id, at) => [id, at]));
  const helpContacts = new Map(guide.help.map((rule) => [rule.id, rule.contacts]));
  const results = new Map(
    guide.help.map((rule) => [rule.id, new Map(rule.outcomes.map((outcome) => [outcome.id, outcome.result]))]),
  );

  /** What speaks of these reviews: a rule about English words, asked of English only. */
  const ofReview = new Set(
    guide.language === 'en'
      ? [
          ...guide.messages.map(({ id, text }) => ({ id: `message ${id}`, text })),
          ...guide.steps.map(({ id, text }) => ({ id: `step ${id}`, text })),
          ...guide.overlays.flatMap(({ id, parts }) =>
            parts.map(({ key, text }) => ({ id: `part ${id} ${key}`, text })),
          ),
        ]
          .filter(({ text }) => /second look|outside review\b/i.test(text))
          .map(({ id }) => id)
      : [],
  );

  const addOffices = (ids: readonly string[], state: string | null, found: string[]): void => {
    const own = state === null ? undefined : states.get(state);
    for (const id of ids) {
      const named =
        id === 'regulator' ? (own?.regulators ?? []).map((each) => each.id) : id === 'medicaid' ? own?.medicaid.id : id;
      for (const each of typeof named === 'string' ? [named] : (named ?? []))
        if (!found.includes(each)) found.push(each);
    }
  };
  const isOwn = (each: Because, { input }: VerifiedPerson): boolean =>
    'question' in each && input.answers[each.question]?.includes(each.answer) === true;
  const areOwn = (because: readonly Because[], person: VerifiedPerson): boolean => {
    for (const each of because) if (!isOwn(each, person)) return false;
    return because.length > 0;
  };

  return {
    guide,
    states,
    regulators,
    complaints,
    documents,
    ladders,
    ladderOf,
    steps,
    overlays,
    contacts,
    offerable,
    inOrder,
    helpContacts,
    results,
    ofReview,
    addOffices,
    isOwn,
    areOwn,
    tickedFor,
  };

  function tickedFor(profile: Profile, largePrint: boolean): readonly string[] {
    const { must, fill } = pagesFor(profile);
    const ticked: string[] = [];
    let regular = 0;
    let large = 0;
    const tick = (ids: readonly string[], most: number): void => {
      for (const id of ids) {
        const limit = documents.get(id)?.limit;
        if (limit === undefined || isOfUse(id, profile) !== true || !mayTick(id, profile)) continue;
        if (regular + limit.regular > most || (largePrint && large + limit.large > MAX_PAGES.large)) continue;
        ticked.push(id);
        regular += limit.regular;
        large += limit.large;
      }
    };
    tick(must, MAX_PAGES.regular);
    tick(fill, MAX_FILLED);
    return ticked;
  }
}

/** Questions, steps, reasons and overlays. */
function ofQuestionsAndOverlays({ documents, steps, overlays, areOwn }: Lookups): readonly Invariant[] {
  return [
    {
      id: 'branching',
      says: 'The questions asked are those of the design, in its order.',
      source: 'docs/design/product.md "Questions"',
      holdsFor: 'every',
      check: ({ profile, path }) => isSame(path, pathFor(profile)),
    },
    {
      id: 'ten-questions',
      says: 'At most ten questions are asked.',
      source: 'docs/design/product.md "Questions"',
      holdsFor: 'every',
      check: ({ path }) => path.length <= MAX_QUESTIONS,
    },
    {
      id: 'three-steps',
      says: 'There are exactly three steps, different ones, each of its own place.',
      source: 'docs/design/product.md "The plan"',
      holdsFor: 'every',
      check: ({ plan }) =>
        plan.steps.length === 3 && plan.steps.every(({ id }, at) => steps.get(id)?.position === at + 1),
    },
    {
      id: 'own-words',
      says: "Everything chosen says why, from the person's own answers; a page that nothing asks for says it was asked for.",
      source: 'docs/design/product.md "Because, voice, help"',
      holdsFor: 'every',
      check: (person) => {
        const { plan } = person;
        for (const { because } of plan.steps) if (!areOwn(because, person)) return false;
        for (const { because } of plan.overlays) if (!areOwn(because, person)) return false;
        for (const { because } of plan.complaints) if (!areOwn(because, person)) return false;
        for (const { id, because } of plan.documents) {
          if (documents.get(id)?.because.length === 0) {
            if (because.length !== 1 || because[0] === undefined || !('asked' in because[0])) return false;
          } else if (!areOwn(because, person)) return false;
        }
        return true;
      },
    },
    {
      id: 'overlays',
      says: 'The overlays are safety, before you leave, doses, Medicare, which plan pays first, dates, own steps and fast review, in this order, each where its answers ask for it and nowhere else.',
      source: 'docs/design/product.md "The plan"',
      holdsFor: 'every',
      check: ({ plan, profile }) =>
        isSame(
          plan.overlays.map(({ id }) => id),
          overlaysFor(profile),
        ),
    },
    {
      id: 'overlay-pages',
      says: 'An overlay names the page that holds the rest where that page is offered, and no page otherwise.',
      source: 'docs/design/product.md "The plan" (overlays on page D01)',
      holdsFor: 'every',
      check: ({ plan }) => {
        for (const { id, page } of plan.overlays) {
          const wanted = overlays.get(id)?.page ?? null;
          const isOffered = plan.documents.some((document) => document.id === wanted);
          if (page !== (isOffered ? wanted : null)) return false;
        }
        return true;
      },
    },
    {
      id: 'overlay-words',
      says: 'No overlay is empty, and none says the same thing twice.',
      source: 'docs/design/product.md "The plan"',
      holdsFor: 'every',
      check: ({ plan }) => plan.overlays.every(({ parts }) => parts.length > 0 && new Set(parts).size === parts.length),
    },
  ];
}

/** Appeal ladders and dates. */
function ofLadders({ guide, ladderOf }: Lookups): readonly Invariant[] {
  return [
    {
      id: 'ladders',
      says: 'The ladders are those of the plan that said no; none where nobody knows which, with no insurance, and before a no.',
      source: 'docs/design/product.md "Ladders and the next step"',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        const expected = laddersFor(profile);
        if (plan.ladders.length !== expected.length) return false;
        for (const { id } of plan.ladders) if (!expected.includes(id)) return false;
        return new Set(plan.ladders.map(({ id }) => id)).size === expected.length;
      },
    },
    {
      id: 'here',
      says: '"You are here" is the next step of the table, and that step is on the ladder.',
      source: 'docs/design/product.md "Ladders and the next step"',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        for (const { id, here } of plan.ladders) {
          if (here !== hereFor(id, profile.level)) return false;
          if (ladderOf(id, profile)?.levels.some((level) => level.id === here) !== true) return false;
        }
        return true;
      },
    },
    {
      id: 'levels',
      says: 'A ladder shows only levels that exist for that payer: no second internal one for a plan people bought, outside review only for job and bought plans.',
      source: 'docs/evidence/coverage-facts.md §1 (5, 6), §4.1',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        for (const { id } of plan.ladders) {
          const known = LEVELS[id] ?? [];
          for (const level of ladderOf(id, profile)?.levels ?? []) if (!known.includes(level.id)) return false;
        }
        return true;
      },
    },
    {
      id: 'drug-ladder',
      says: 'Nothing goes on by itself but care in Medicare Advantage, to the independent review: never a drug.',
      source: 'docs/evidence/coverage-facts.md §4.1 (d, e); docs/design/product.md "Ladders and the next step"',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        for (const { id } of plan.ladders) {
          for (const level of ladderOf(id, profile)?.levels ?? []) {
            if (level.automatic !== (id === 'advantage-care' && level.id === 'independent-review')) return false;
          }
        }
        return true;
      },
    },
    {
      id: 'ask-within',
      says: 'A ladder names no time to ask but a confirmed one.',
      source: 'docs/evidence/coverage-facts.md §4.1, §5',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        for (const { id } of plan.ladders) {
          for (const { id: level, askWithin } of ladderOf(id, profile)?.levels ?? []) {
            if (askWithin === null) continue;
            if (`${askWithin.count} ${askWithin.unit}` !== ASK_WITHIN[`${id} ${level}`]) return false;
          }
        }
        return true;
      },
    },
    {
      id: 'dates',
      says: 'Dates stand exactly where an appeal is still to be sent: each by its confirmed limit from the date on the letter, else blank; never rolled forward; ahead, soon (7 days or less) or past by today; none with a clock that cannot be right.',
      source: 'docs/evidence/coverage-facts.md §5, A3, A5, A12; docs/design/product.md "Dates"',
      holdsFor: 'every',
      check: (person) => areDatesRight(person, guide.clock),
    },
    {
      id: 'send-by',
      says: 'Every last day has a day to send by (7 days before it, or today if that is later) and a day to check (3 work days on, no federal holiday among them); with none both are blank. The fast way takes their place where waiting may hurt; the VA has neither.',
      source: 'docs/design/product.md "Dates"',
      holdsFor: 'every',
      check: (person) => areDaysAroundRight(person, guide.clock),
    },
  ];
}

/** Help, complaints and contacts. */
function ofHelp({
  guide,
  regulators,
  complaints,
  contacts,
  helpContacts,
  results,
  addOffices,
}: Lookups): readonly Invariant[] {
  return [
    {
      id: 'copay-card',
      says: 'A copay card is offered to nobody with a federal programme, and is named to them with the reason.',
      source: 'docs/evidence/coverage-facts.md §1 (8), §7',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        const card = plan.help.find(({ id }) => id === 'F2');
        return card !== undefined && (profile.federal.length === 0 || !card.offered);
      },
    },
    {
      id: 'help',
      says: 'Each kind of help is offered, offered as a question, or named with the reason why not, by the table of who can use what and by what the person asked for.',
      source: 'docs/evidence/coverage-facts.md §7; docs/design/product.md "Because, voice, help"',
      holdsFor: 'every',
      check: ({ plan, profile, input }) => {
        if (plan.help.length !== guide.help.length) return false;
        for (const { id, outcome, offered } of plan.help) {
          const result = results.get(id)?.get(outcome);
          const expected = helpFor(id, profile, input.answers['money'] ?? []);
          if (expected !== null && result !== expected) return false;
          if (offered !== (result !== 'no')) return false;
        }
        return true;
      },
    },
    {
      id: 'no-state',
      says: 'Nobody with only federal coverage is sent to a state insurance office, nor is anybody whose federal plan said no.',
      source: 'docs/evidence/coverage-facts.md §6.1; docs/design/product.md "Questions"',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        const isOnlyFederal =
          profile.federal.length === profile.insurance.length ||
          profile.payers.every((payer) => profile.federal.includes(payer));
        if (!isOnlyFederal) return true;
        for (const id of plan.contacts) if (regulators.has(id)) return false;
        for (const { id } of plan.complaints)
          if (complaints.get(id)?.contacts.includes('regulator') === true) return false;
        return true;
      },
    },
    {
      id: 'overseers',
      says: 'The complaint route names the offices that oversee the plan in question, those of the state by the state, and no others; with no insurance there is none.',
      source: 'docs/evidence/coverage-facts.md §6.1',
      holdsFor: 'every',
      check: ({ plan, profile }) => {
        const named: string[] = [];
        for (const { id } of plan.complaints) named.push(...(complaints.get(id)?.contacts ?? []));
        const expected: string[] = [];
        for (const payer of profile.payers) expected.push(...(OVERSEERS[payer] ?? []));
        for (const id of named) if (!expected.includes(id)) return false;
        for (const id of expected) if (!named.includes(id)) return false;
        return profile.isUninsured ? plan.complaints.length === 0 : plan.complaints.length > 0;
      },
    },
    {
      id: 'contacts',
      says: 'Everybody to call is in the directory, once, and is there because of the complaint route or of help that is offered.',
      source: 'docs/design/product.md "The plan"',
      holdsFor: 'every',
      check: ({ plan, input }) => {
        const expected: string[] = [];
        for (const { id } of plan.complaints) addOffices(complaints.get(id)?.contacts ?? [], input.state, expected);
        for (const { id, offered } of plan.help) {
          if (offered) addOffices(helpContacts.get(id) ?? [], input.state, expected);
        }
        return isSame(plan.contacts, expected) && plan.contacts.every((id) => contacts.has(id));
      },
    },
  ];
}

/** The packet, for any guide. */
function ofPages({ documents, inOrder }: Lookups): readonly Invariant[] {
  return [
    {
      id: 'page-one',
      says: 'Page 1 comes first and is always ticked; pages lie in the order of the packet, each once, and none is for staff.',
      source: 'docs/design/product.md "Paper"',
      holdsFor: 'every',
      check: ({ plan }) => {
        if (plan.documents[0]?.id !== 'D01' || !plan.documents[0].ticked) return false;
        let last = -1;
        for (const { id } of plan.documents) {
          const at = inOrder.get(id) ?? -1;
          if (at <= last || documents.get(id)?.audience === 'staff') return false;
          last = at;
        }
        return true;
      },
    },
    {
      id: 'budget',
      says: 'The packet that nobody added to has at most 8 pages, 13 in large print, counted by the declared limits.',
      source: 'docs/design/product.md "Paper"; docs/evidence/product-anchors.md §4.1',
      holdsFor: 'every',
      check: ({ plan, input }) => {
        let pages = 0;
        for (const { ticked, limit } of plan.documents) if (ticked) pages += limit;
        return pages <= (input.largePrint ? MAX_PAGES.large : MAX_PAGES.regular);
      },
    },
    {
      id: 'not-by-itself',
      says: 'Appeal papers and the whole guide are never ticked by themselves.',
      source: 'docs/evidence/product-anchors.md §4.1',
      holdsFor: 'every',
      check: ({ plan }) => !plan.documents.some(({ id, ticked }) => ticked && NEVER_TICKED.includes(id)),
    },
    {
      id: 'irrelevant',
      says: 'Answers to questions that are not asked, who helps now and who the pages are for change nothing that is chosen.',
      source: 'docs/design/product.md "The plan"; issue 4',
      holdsFor: 'every',
      check: ({ plan, disturbed }) => isSamePlan(plan, disturbed),
    },
  ];
}

/** Which rule is chosen, by the ids of this guide. */
function ofRules({ complaints, ofReview }: Lookups): readonly Invariant[] {
  return [
    {
      id: 'message',
      says: 'The one main message is that of the stage, and after a no that of the next step of the ladder.',
      source: 'docs/evidence/product-anchors.md §3.4; docs/design/product.md "Ladders and the next step"',
      holdsFor: 'this',
      check: ({ plan, profile }) => plan.message === messageFor(profile),
    },
    {
      id: 'steps',
      says: 'The three steps are those of the stage; the third is the next step of the ladder, and the fast way where waiting may hurt.',
      source: 'docs/evidence/product-anchors.md §3.4; docs/design/product.md "The plan"',
      holdsFor: 'this',
      check: ({ plan, profile }) => {
        const expected = stepsFor(profile);
        return plan.steps.every(({ id }, at) => id === expected[at]);
      },
    },
    {
      id: 'pieces',
      says: 'Overlays say what the answers ask for and nothing that contradicts it: hours only where confirmed, both reviews at once only where both exist.',
      source: 'docs/evidence/coverage-facts.md §3, §4.1, A1, A2, A14; docs/design/product.md "The plan"',
      holdsFor: 'this',
      check: ({ plan, profile }) => {
        for (const { id, parts } of plan.overlays) if (!isSame(parts, partsFor(id, profile))) return false;
        return true;
      },
    },
    {
      id: 'review-words',
      says: '"Outside review" and "second look" are said only where the plan that said no has them: job and bought plans.',
      source: 'docs/evidence/product-anchors.md §3.4; docs/evidence/coverage-facts.md §1 (6), §4.1',
      holdsFor: 'every',
      check: ({ plan, profile }) =>
        profile.ladderOf === 'job' ||
        profile.ladderOf === 'bought' ||
        !(
          ofReview.has(`message ${plan.message}`) ||
          plan.steps.some(({ id }) => ofReview.has(`step ${id}`)) ||
          plan.overlays.some(({ id, parts }) => parts.some((part) => ofReview.has(`part ${id} ${part}`)))
        ),
    },
    {
      id: 'people',
      says: 'The people to ask are the five of the guide, and a money counselor where there is no insurance.',
      source: 'section g and f5 of the guide',
      holdsFor: 'this',
      check: ({ plan, profile }) => isSame(plan.people, peopleFor(profile)),
    },
    {
      id: 'complaint-lines',
      says: 'Each line of the complaint route stands for the plan it speaks of, and leads to its own office.',
      source: 'docs/evidence/coverage-facts.md §6.1; docs/design/product.md "Questions" (job plans)',
      holdsFor: 'this',
      check: ({ plan, profile }) => {
        const expected = new Set(profile.payers.flatMap((payer) => COMPLAINT_LINES[payer] ?? []));
        if (plan.complaints.length !== expected.size) return false;
        for (const { id } of plan.complaints) {
          const offices = COMPLAINT_OFFICES[id];
          if (!expected.has(id) || offices === undefined) return false;
          if (!isSame(complaints.get(id)?.contacts ?? [], offices)) return false;
        }
        return true;
      },
    },
  ];
}

/** Help and pages, by the ids of this guide. */
function ofReasons({ documents, offerable, helpContacts, tickedFor }: Lookups): readonly Invariant[] {
  return [
    {
      id: 'help-kinds',
      says: 'All thirteen kinds of help are named to everybody, each with its own addresses.',
      source: 'section f of the guide; docs/evidence/coverage-facts.md §6.2, §7',
      holdsFor: 'this',
      check: ({ plan }) =>
        isSame(
          plan.help.map(({ id }) => id),
          Object.keys(HELP_OFFICES),
        ) && plan.help.every(({ id }) => isSame(helpContacts.get(id) ?? [], HELP_OFFICES[id] ?? [])),
    },
    {
      id: 'help-reasons',
      says: '"You did not ask for this kind of help" is said only about help that would be offered to who asks for all of it.',
      source: 'docs/design/product.md "Because, voice, help"; docs/evidence/coverage-facts.md §7',
      holdsFor: 'this',
      check: ({ plan, profile, input }) => {
        for (const { id, outcome } of plan.help) {
          if (outcome !== 'other-cost' && outcome !== 'declined') continue;
          if (outcome === 'declined' && input.answers['money']?.includes('no') !== true) return false;
          if (helpFor(id, profile, ['all']) === 'no') return false;
        }
        return true;
      },
    },
    {
      id: 'of-use',
      says: 'A page is offered exactly where its trigger holds; one that is there for everybody who asks says so, and no other does.',
      source: 'docs/evidence/product-anchors.md §4.1, Trigger',
      holdsFor: 'this',
      check: ({ plan, profile }) => {
        let at = 0;
        for (const id of offerable) {
          const isOffered = plan.documents[at]?.id === id;
          const expected = isOfUse(id, profile);
          if (expected !== null && isOffered !== expected) return false;
          if (!isOffered) continue;
          if (expected !== null && ON_REQUEST.includes(id) !== (documents.get(id)?.because.length === 0)) return false;
          at += 1;
        }
        return at === plan.documents.length;
      },
    },
    {
      id: 'order',
      says: 'Pages lie in the order of the packet: my plan, before you leave, fast review, the stage, dates, appeal papers, treatment, money, phones, people, call log, questions.',
      source: 'docs/evidence/product-anchors.md §4.1, Order in packet',
      holdsFor: 'this',
      check: ({ plan }) => {
        let last = -1;
        for (const { id } of plan.documents) {
          const at = ORDER.indexOf(id);
          if (at < 0) continue;
          if (at < last) return false;
          last = at;
        }
        return true;
      },
    },
    {
      id: 'packet',
      says: 'Pages are ticked by the packet rule: those of the stage while they fit, then the fill pages while the packet has at most 6.',
      source: 'docs/evidence/product-anchors.md §4.1, Packet rule; docs/design/product.md "Paper"',
      holdsFor: 'this',
      check: ({ plan, profile, input }) => {
        const ticked = plan.documents.filter((each) => each.ticked).map(({ id }) => id);
        const expected = tickedFor(profile, input.largePrint);
        return ticked.length === expected.length && expected.every((id) => ticked.includes(id));
      },
    },
  ];
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** The lines that have a last day, for this person. */
function limitsFor(
  { input, profile }: VerifiedPerson,
  ladder: string,
  clock: ClockSpan,
): readonly { readonly line: string; readonly last: number }[] {
  const { today, letterDate, computedDates } = input;
  const isClockRight = clock.from <= today && today <= clock.until;
  if (letterDate === null || !computedDates || !isClockRight || profile.level === 'unsure') return [];
  const found: { line: string; last: number }[] = [];
  for (const limit of LIMITS[`${ladder} ${profile.level}`] ?? []) {
    if (profile.stage === 'partial' && limit.isPartialToo !== true) continue;
    const last =
      limit.months === undefined
        ? dayNumber(letterDate) + (limit.days ?? 0)
        : addMonthsByTable(letterDate, limit.months);
    found.push({ line: limit.line, last });
  }
  return found;
}

function areDatesRight(person: VerifiedPerson, clock: ClockSpan): boolean {
  const { plan, profile, input } = person;
  if (!profile.isToFile) return plan.dates.length === 0;
  const today = dayNumber(input.today);
  const lines = plan.dates.filter(({ id }) => !AROUND.includes(id));
  if (profile.ladderOf === null) return lines.length === 1 && lines[0]?.date === null && lines[0].state === 'none';
  for (const ladder of laddersFor(profile)) {
    const expected = limitsFor(person, ladder, clock);
    const here = lines.filter((line) => line.ladder === ladder);
    // The letter's own line is there even where nothing is computed.
    if (here.length === 0) return false;
    let computed = 0;
    for (const { id, date, state } of here) {
      if (date === null) {
        if (state !== 'none') return false;
        continue;
      }
      computed += 1;
      const limit = expected.find(({ line }) => line === id);
      if (limit === undefined || dayNumber(date) !== limit.last) return false;
      const isPast = limit.last < today;
      if (state !== (isPast ? 'past' : limit.last - today <= SOON_DAYS ? 'soon' : 'ahead')) return false;
    }
    if (computed !== expected.length) return false;
  }
  return lines.every(({ ladder }) => ladder !== null && laddersFor(profile).includes(ladder));
}

/** What stands around the last days: nothing at the VA, which has none, and for who needs the fast way, only that. */
function areDaysAroundRight(person: VerifiedPerson, clock: ClockSpan): boolean {
  const { plan, profile, input } = person;
  const around = plan.dates.filter(({ id }) => AROUND.includes(id));
  if (!profile.isToFile || profile.ladderOf === 'va') return around.length === 0;
  if (profile.isFast) return around.length === 1 && plan.dates[0]?.id === 'fast-first' && plan.dates[0].date === null;
  const today = dayNumber(input.today);
  const expected: (string | number | null)[] = [];
  for (const ladder of plan.ladders) {
    for (const { line, last } of limitsFor(person, ladder.id, clock)) {
      if (line === 'keep-care') continue;
      const sendBy = Math.max(today, last - SOON_DAYS);
      expected.push('send-by', sendBy, 'check-it-arrived', threeWorkDaysAfter(sendBy));
    }
  }
  if (expected.length === 0) expected.push('send-by', null, 'check-it-arrived', null);
  const found = around.flatMap(({ id, date }) => [id, date === null ? null : dayNumber(date)]);
  if (around.some(({ date, state }) => (date === null) !== (state === 'none'))) return false;
  return found.length === expected.length && found.every((each, at) => each === expected[at]);
}

/** Federal holidays on the weekdays when offices are closed, from the list of the Office of Personnel Management. */
const HOLIDAYS = new Set(
  [
    ...['2026-11-26', '2026-12-25', '2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05'],
    ...['2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-31', '2028-01-17', '2028-02-21'],
    ...['2028-05-29', '2028-06-19', '2028-07-04', '2028-09-04', '2028-10-09', '2028-11-10', '2028-11-23', '2028-12-25'],
  ].map(dayNumber),
);

/** Day 0 was a Thursday. */
function threeWorkDaysAfter(day: number): number {
  let work = 0;
  let current = day;
  while (work < 3) {
    current += 1;
    const isWeekday = [1, 2, 3, 4, 5].includes((current + 4) % 7);
    if (isWeekday && !HOLIDAYS.has(current)) work += 1;
  }
  return current;
}

/** Everything that is chosen; the voice may be another, so what is quoted of it is not compared. */
function isSamePlan(one: Plan, other: Plan): boolean {
  if (one.message !== other.message) return false;
  if (!isSame(one.contacts, other.contacts) || !isSame(one.people, other.people)) return false;
  for (let at = 0; at < 3; at += 1) if (one.steps[at]?.id !== other.steps[at]?.id) return false;
  return (
    sameBy(one.overlays, other.overlays, (a, b) => a.id === b.id && isSame(a.parts, b.parts)) &&
    sameBy(one.ladders, other.ladders, (a, b) => a.id === b.id && a.here === b.here) &&
    sameBy(one.help, other.help, (a, b) => a.outcome === b.outcome) &&
    sameBy(one.complaints, other.complaints, (a, b) => a.id === b.id) &&
    sameBy(one.dates, other.dates, (a, b) => a.id === b.id && a.date === b.date && a.ladder === b.ladder) &&
    sameBy(one.documents, other.documents, (a, b) => a.id === b.id && a.ticked === b.ticked)
  );
}
function sameBy<Each>(one: readonly Each[], other: readonly Each[], isEqual: (a: Each, b: Each) => boolean): boolean {
  return one.length === other.length && one.every((each, at) => other[at] !== undefined && isEqual(each, other[at]));
}
