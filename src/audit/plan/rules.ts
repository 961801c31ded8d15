/**
 * The rules that hold for every person (docs/design/product.md), by their numbers: what a plan says, checked on its
 * English words. Which text it is does not matter, so an editor may word all of them better.
 */
import type { Guide, LadderLevel, Text, Voice } from '../../guide/model';
import { say } from '../../guide/text';
import { addMonthsByTable, dayNumber } from './calendar';
import { hereFor } from './design';
import type { Invariant, VerifiedPerson } from './invariants';
import { isFirst } from './stages';

type Check = Invariant['check'];
const SOON_DAYS = 7;
const VOICES: readonly Voice[] = ['me', 'other'];
const LEAVING = 'part before-you-leave';
const FAST = 'part fast-review';
const FIRST = 'part pays-first';

/** Whether a text is said in some way: `message`, `step`, `help F3`, `part doses` … and its id in that group. */
type Says = (group: string, id: string) => boolean;

interface Said {
  /** Whether a text is said this way in both voices. */
  always(pattern: RegExp): Says;
  /** Whether a text is said this way in some voice. */
  ever(pattern: RegExp): Says;
}

/**
 * Rules 1 to 6, 9 to 13 and 16, of one plan each. Rules 7, 8 and 14 are about words alone (`words.ts`); 15 is about
 * evidence, and the loader has it.
 */
export function rulesForEveryPerson(guide: Guide): readonly Invariant[] {
  if (guide.language !== 'en') return [];
  const said = readTexts(guide);
  return [
    neverSlow(),
    sameLevel(guide, said),
    readyToGo(said),
    partIsNoStart(said),
    askNow(said),
    doctorsTalkFirst(said),
    exceptions(said),
    paysFirst(said),
    medicareAlone(guide, said),
    uninsured(said),
    theirOwnWay(guide, said),
    rightClock(guide),
  ];
}

function rule(number: number, name: string, says: string, check: Check): Invariant {
  const source = `docs/design/product.md "Rules that hold for every person" ${number}`;
  return { id: `rule-${number}-${name}`, says, source, holdsFor: 'this', check };
}

/** Each text is read once, and only when it is asked for: millions of people share a few hundred texts. */
function readTexts(guide: Guide): Said {
  const texts = new Map<string, ReadonlyMap<string, Text>>([
    ['message', new Map(guide.messages.map(({ id, text }) => [id, text]))],
    ['step', new Map(guide.steps.map(({ id, text, why }) => [id, `${text} ${why}`]))],
    ...guide.overlays.map(
      ({ id, parts }) => [`part ${id}`, new Map(parts.map(({ key, text }) => [key, text]))] as const,
    ),
    ...guide.help.map(
      ({ id, outcomes }) => [`help ${id}`, new Map(outcomes.map((each) => [each.id, each.reason]))] as const,
    ),
    ...guide.ladders.map(
      ({ id, coverage, dates }) =>
        [
          `date ${coverage} ${id}`,
          new Map(dates.flatMap((date) => date.at.map((level) => [`${date.id} ${level}`, date.text] as const))),
        ] as const,
    ),
  ]);
  const inVoices = (enough: number, pattern: RegExp): Says => {
    const known = new Map<string, Map<string, boolean>>();
    return (group, id) => {
      let ofGroup = known.get(group);
      if (ofGroup === undefined) known.set(group, (ofGroup = new Map<string, boolean>()));
      let is = ofGroup.get(id);
      if (is === undefined) {
        const text = texts.get(group)?.get(id) ?? '';
        is = VOICES.filter((voice) => pattern.test(sayOpen(text, voice))).length >= enough;
        ofGroup.set(id, is);
      }
      return is;
    };
  };
  return {
    always: (pattern) => inVoices(VOICES.length, pattern),
    ever: (pattern) => inVoices(1, pattern),
  };
}

/** A text in one voice, with its parameters left as they are. */
export function sayOpen(text: Text, voice: Voice): string {
  const names = [...text.matchAll(/\{([^{}|]*)\}/g)].map(([, name = '']) => [name, `{${name}}`] as const);
  return say(text, voice, Object.fromEntries(names));
}

function stepOf({ plan }: VerifiedPerson, number: 1 | 2 | 3): string {
  return plan.steps[number - 1]?.id ?? '';
}
const NONE: readonly string[] = [];
function partsOf({ plan }: VerifiedPerson, overlay: string): readonly string[] {
  return plan.overlays.find(({ id }) => id === overlay)?.parts ?? NONE;
}

function neverSlow(): Invariant {
  return rule(
    1,
    'never-slow',
    'Who may be hurt by waiting reads of the fast way before any day that is more than a week off, and of no day to mail something.',
    ({ plan, profile, input }) => {
      if (!profile.isFast) return true;
      const far = dayNumber(input.today) + SOON_DAYS;
      let hasFastWay = false;
      for (const { id, date } of plan.dates) {
        if (id === 'fast-first') hasFastWay = true;
        if (id === 'send-by' || id === 'check-it-arrived') return false;
        if (date !== null && dayNumber(date) > far && !hasFastWay) return false;
      }
      return true;
    },
  );
}

/** Those who decide, as the words name them. */
const DECIDERS = {
  'the plan': /\blook(ed at)? again|\bfast appeal\b|^the (drug )?plan must have|ask for the plan appeal/i,
  'outside review': /outside[- ]review\b|review outside the plan/i,
  'second look': /second look/i,
  OPM: /\bOPM\b/,
  judge: /\bjudge\b/i,
  hearing: /\bhearing\b/i,
  'VA network': /VA network/,
};
type Decider = keyof typeof DECIDERS;

/** Who decides at the first level, at the second and when all appeals of the plan are used. */
const DECIDES: Readonly<Record<string, readonly [readonly Decider[], readonly Decider[], readonly Decider[]]>> = {
  job: [['the plan'], ['second look', 'outside review'], ['outside review']],
  bought: [['the plan'], ['outside review'], ['outside review']],
  'federal-job': [['the plan'], ['OPM'], []],
  // The reviewer outside a Medicare plan is no outside review; the words call it just that.
  advantage: [['the plan'], [], ['judge', 'hearing']],
  medicare: [['the plan'], [], ['judge', 'hearing']],
  medicaid: [['the plan', 'hearing'], ['hearing'], ['hearing']],
  tricare: [['the plan'], [], ['hearing']],
  va: [['the plan'], ['VA network'], ['VA network']],
  letter: [['the plan'], [], []],
};

function sameLevel(guide: Guide, said: Said): Invariant {
  const namesOf = Object.entries(DECIDERS).map(
    ([decider, pattern]) => [decider as Decider, said.ever(pattern)] as const,
  );
  const saysNext = said.always(/next (step|appeal|review)\b/i);
  const mustAsk = said.always(/part d drug, (you|they) must ask/i);
  const isFastAppeal = said.ever(/\bfast appeal\b/i);
  const isAdvocate = said.always(/patient advocate/);
  const isInWriting = said.always(/in writing/);
  const whoOf = new Map(guide.steps.map(({ id, who }) => [id, who]));
  const levelsOf = new Map(guide.ladders.map(({ coverage, id, levels }) => [`${coverage} ${id}`, levels]));

  const hasFastAppeal = ({ plan, profile }: VerifiedPerson): boolean => {
    const levels = plan.ladders.flatMap(
      ({ id }): readonly LadderLevel[] =>
        levelsOf.get(`${profile.ladderOf ?? ''} ${id}`)?.filter((level) => level.id === hereFor(id, profile.level)) ??
        [],
    );
    return levels.length > 0 && levels.every(({ decidedWithin }) => decidedWithin.fast !== null);
  };
  return rule(
    2,
    'same-level',
    'Message, date lines and step 3 name the level of now, nobody whose step is used up, and the one who decides where there is one; a drug at the second level must be asked for; a fast appeal with the plan stands only where the first level has a confirmed one; at the VA it is the patient advocate, in writing.',
    (person) => {
      const { plan, profile } = person;
      const { ladderOf, level } = profile;
      if (!profile.isToFile) return true;
      const step = stepOf(person, 3);
      const at = level === 'second' ? 1 : level === 'all' ? 2 : 0;
      const deciders = (DECIDES[ladderOf ?? 'letter'] ?? [])[at] ?? [];
      const hasMessage = profile.stage === 'denied';
      let inMessage = false;
      let inStep = false;
      for (const [decider, names] of namesOf) {
        const isInMessage = hasMessage && names('message', plan.message);
        const isInStep = names('step', step);
        if (deciders.includes(decider)) {
          inMessage ||= isInMessage;
          inStep ||= isInStep;
        } else if (isInMessage || isInStep || isInDates(person, names)) return false;
      }
      if (at > 0 && deciders.length > 0) {
        if (hasMessage && !inMessage && !inStep) return false;
        if (hasMessage && !inMessage && !saysNext('message', plan.message)) return false;
        if (!inStep && !saysNext('step', step)) return false;
      }
      if (at === 1 && (ladderOf === 'medicare' || ladderOf === 'advantage') && !mustAsk('step', step)) return false;
      if (ladderOf === 'va' && !(isAdvocate('step', step) && (at > 0 || isInWriting('step', step)))) return false;
      const isWithPlan = profile.isFast && whoOf.get(step) === 'plan' && isFastAppeal('step', step);
      return !isWithPlan || (at === 0 && hasFastAppeal(person));
    },
  );
}

function isInDates({ plan, profile }: VerifiedPerson, names: Says): boolean {
  for (const { id, ladder } of plan.dates) {
    if (ladder !== null && names(`date ${profile.ladderOf ?? ''} ${ladder}`, `${id} ${profile.level}`)) return true;
  }
  return false;
}

function readyToGo(said: Said): Invariant {
  const asksTonight = said.always(/tonight or on the weekend/i);
  const asksDoses = said.always(/dose/i);
  const asksDelivery = said.always(
    /when will the medicine and supplies come\?.*who gives the first dose, and where\?.*first nurse visit/i,
  );
  const callsToday = said.always(/enough doses\? if not, call .*doctor today/i);
  return rule(
    3,
    'ready-to-go',
    'Who leaves gets the page for that, ticked, and is told to ask about doses and tonight, once approved also who gives the first dose, and when delivery and first nurse visit are. Who is at home without a yes is asked about doses.',
    (person) => {
      const { plan, profile } = person;
      if (profile.isHome)
        return profile.stage === 'approved' || partsOf(person, 'doses').some((part) => callsToday('part doses', part));
      const asked = partsOf(person, 'before-you-leave');
      const isTicked = plan.documents.some(({ id, ticked }) => id === 'D17' && ticked);
      const isAsked = asked.some((part) => asksTonight(LEAVING, part) && asksDoses(LEAVING, part));
      return isTicked && isAsked && (profile.stage !== 'approved' || asked.some((part) => asksDelivery(LEAVING, part)));
    },
  );
}

function partIsNoStart(said: Said): Invariant {
  const asksIfSafe = said.always(/if it is safe to start/i);
  const waitsForNurse = said.always(/no nurse visits\? do not start at home/i);
  return rule(
    4,
    'part-is-no-start',
    'A yes to only part is no start: the message says to ask first if that is safe, and a step not to start at home without nurse visits.',
    (person) =>
      person.profile.stage !== 'partial' ||
      (asksIfSafe('message', person.plan.message) && person.plan.steps.some(({ id }) => waitsForNurse('step', id))),
  );
}

function askNow(said: Said): Invariant {
  const saysNow = said.always(/\bask\b.*\bnow\b/i);
  return rule(
    5,
    'ask-now',
    'Each letter that a person may hold has its line, so that both of two ladders stand on page 1; the line of a letter from the state says to ask now, and has no day; the 10 days are never computed for a yes to less.',
    ({ plan, profile }) => {
      if (!profile.isToFile) return true;
      for (const { id } of plan.ladders) if (!plan.dates.some(({ ladder }) => ladder === id)) return false;
      for (const { id, ladder, date } of plan.dates) {
        if (ladder === 'medicaid-state') {
          if (date !== null || !saysNow('date medicaid medicaid-state', `${id} ${profile.level}`)) return false;
        }
        if (id === 'keep-care' && profile.stage === 'partial' && date !== null) return false;
      }
      return true;
    },
  );
}

function doctorsTalkFirst(said: Said): Invariant {
  const isCall = said.always(/doctor to call the plan's doctor now.*how many days.*does an appeal close/i);
  const hasFigure = said.ever(/\d/);
  return rule(
    6,
    'doctors-talk-first',
    'After the first no for a medical reason the doctors talk before the appeal: how many days there are and whether an appeal closes this is asked, without figures. Not at the VA, and a yes taken back goes first.',
    (person) => {
      const { profile } = person;
      const isMedical = profile.reason.includes('medical') && !profile.reason.includes('after-yes');
      if (profile.stage !== 'denied' || !isFirst(profile) || !isMedical || profile.ladderOf === 'va') return true;
      const step = stepOf(person, 2);
      return isCall('step', step) && !hasFigure('step', step);
    },
  );
}

function exceptions(said: Said): Invariant {
  const hasHours = said.ever(/\d hours/);
  const mayBeLonger = said.always(/some cases.* take longer/i);
  const namesStates = said.always(/some states,? take longer/i);
  const namesException = said.always(/exception, the time starts when the doctor's letter arrives/i);
  return rule(
    9,
    'exceptions',
    "Hours are said with their exceptions: care in Medicare Advantage and Medicaid may take longer, for a first answer so may some states, and for an exception of a drug plan the time starts with the doctor's letter.",
    (person) => {
      const { payers, isNo } = person.profile;
      for (const part of partsOf(person, 'fast-review')) {
        if (!hasHours(FAST, part)) continue;
        if (payers.includes('medicaid') && !(mayBeLonger(FAST, part) && (isNo || namesStates(FAST, part))))
          return false;
        if (payers.includes('advantage') && !mayBeLonger(FAST, part)) return false;
        if (payers.includes('medicare') && !isNo && !namesException(FAST, part)) return false;
      }
      return true;
    },
  );
}

function paysFirst(said: Said): Invariant {
  const asksFirst = said.always(/which plan pays first\. the request goes there first/i);
  const asksRest = said.always(/ask if medicaid pays for the parts medicare does not/i);
  const isOneAppeal = said.always(/one card .*one appeal.*letter/i);
  return rule(
    10,
    'pays-first',
    'Who has two plans is told to ask which one pays first, for the request goes there first; with Medicare and Medicaid also if Medicaid pays for the rest, and with one card for both that it is one appeal.',
    (person) => {
      const { insurance } = person.profile;
      if (insurance.length < 2) return true;
      const parts = partsOf(person, 'pays-first');
      const has = (...plans: readonly string[]): boolean => insurance.some((each) => plans.includes(each));
      return (
        parts.some((part) => asksFirst(FIRST, part)) &&
        parts.some((part) => asksRest(FIRST, part)) === (has('medicaid') && has('medicare', 'advantage')) &&
        parts.some((part) => isOneAppeal(FIRST, part)) === (has('medicaid') && has('advantage'))
      );
    },
  );
}

function medicareAlone(guide: Guide, said: Said): Invariant {
  const asksWhoPays = said.always(/who pays for each part/i);
  const asksWhich = said.always(/part b or the drug plan/i);
  const sends = said.ever(/send the request/i);
  const namesPartBNurse = said.ever(/part b .*nurse visits/i);
  const isOnly = said.always(/only when part b (also )?pays for the medicine and the pump/i);
  /** Nurse visits under Part B are said with their condition, and so is the benefit itself. */
  const isUnconditional = (id: string, outcome: string): boolean =>
    ((id === 'F4' && outcome === 'medicare') || namesPartBNurse(`help ${id}`, outcome)) &&
    !isOnly(`help ${id}`, outcome);
  const isWrong = guide.help.some(({ id, outcomes }) => outcomes.some((outcome) => isUnconditional(id, outcome.id)));
  return rule(
    11,
    'medicare-alone',
    'Who has only Original Medicare and no answer yet is sent to ask who pays for each part, and whether Part B or the drug plan pays for the medicine, not to have a request sent to Medicare. The Medicare benefit is offered with its condition.',
    (person) => {
      const { plan, profile } = person;
      if (isWrong && plan.help.some(({ id, outcome }) => isUnconditional(id, outcome))) return false;
      if (!profile.isMedicareAlone) return true;
      const step = stepOf(person, 1);
      if (!asksWhoPays('message', plan.message) || !asksWhich('step', step)) return false;
      return !sends('message', plan.message) && !sends('step', step);
    },
  );
}

function uninsured(said: Said): Invariant {
  const hasFour = said.always(/^[^:]*:([^?]*\?){4}$/);
  const isRight = said.always(/ask if medicaid is right/i);
  const hasApplied = said.always(/applied for medicaid\? tell the company/i);
  const reassures = said.always(/ask the money counselor first\. you do not have to tell this kiosk/i);
  return rule(
    12,
    'uninsured',
    'Who has no insurance is asked about urgency, has four questions to ask before leaving and the help of the hospital first, and is told to ask if Medicaid is right, with a word for who worries about papers or status and for who has applied.',
    (person) => {
      const { plan, profile, path } = person;
      if (!profile.isUninsured) return true;
      const [first] = plan.help;
      return (
        path.includes('urgent') &&
        (profile.isHome || partsOf(person, 'before-you-leave').some((part) => hasFour(LEAVING, part))) &&
        first?.id === 'F5' &&
        first.offered &&
        plan.steps.some(({ id }) => isRight('step', id)) &&
        plan.steps.some(({ id }) => hasApplied('step', id)) &&
        plan.help.some(({ id, outcome }) => id === 'F3' && reassures('help F3', outcome))
      );
    },
  );
}

function theirOwnWay({ roles }: Guide, said: Said): Invariant {
  const asksWhen = said.always(/got .*appeal.*by what day (it|the plan) must decide/i);
  const ways = [
    ['after-yes', said.always(/hold the bill\. send the approval and its number with the appeal/i)],
    ['medical', null],
    ['place', said.always(/why home is safe.*what more hospital days cost/i)],
    ['network', said.always(/company in its network, or an exception if none can/i)],
  ] as const;
  const isMarked = roles.level.sent.length === 1 && roles.level.sent[0] === 'pending';
  return rule(
    13,
    'their-own-way',
    'A sent appeal is asked after, marked as sent, and has no last day; the first no after a yes, for another place or out of network has a step 2 of its own, unless a reason before it has.',
    (person) => {
      const { plan, profile } = person;
      if (profile.level === 'pending') {
        if (!isMarked || plan.dates.length > 0) return false;
        if (profile.stage === 'denied') return asksWhen('message', plan.message);
        return profile.isFast || asksWhen('step', stepOf(person, 3));
      }
      if (profile.stage !== 'denied' || !isFirst(profile)) return true;
      const [, isOwn] = ways.find(([reason]) => profile.reason.includes(reason)) ?? [];
      return isOwn === undefined || isOwn === null || isOwn('step', stepOf(person, 2));
    },
  );
}

function rightClock(guide: Guide): Invariant {
  const known = [...guide.contacts, ...guide.states.flatMap(({ medicaid, regulators }) => [medicaid, ...regulators])];
  const days = known.flatMap(({ asOf, checkedOn }) => [asOf, checkedOn ?? asOf]).sort();
  const first = dayNumber(days[0] ?? guide.clock.from);
  const last = addMonthsByTable(days.at(-1) ?? guide.clock.until, 12);
  return rule(
    16,
    'clock',
    'On a day before the content, or more than a year after it, no date is computed.',
    ({ plan, input }) => {
      const today = dayNumber(input.today);
      return (first <= today && today <= last) || plan.dates.every(({ date }) => date === null);
    },
  );
}
