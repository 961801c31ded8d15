/**
 * Guides that break one of the rules for every person (docs/design/product.md), in the way that a real page once did
 * (docs/design/README.md names the review): the invariant with that number must notice.
 */
import type { DocumentRule, Guide, OverlayRule, PlacedBlock, StepRule } from '../../guide/model';
import type { Mutant } from './mutants';

/** @returns one mutant or more for each rule, with kind `rule 1` to `rule 16` */
export function* mutantsOfRules(guide: Guide): Generator<Mutant> {
  for (const [number, what, broken] of [...ofDates(guide), ...ofOverlays(guide), ...ofSteps(guide), ...ofPages(guide)])
    yield { kind: `rule ${number}`, what, guide: broken };
}

type Broken = readonly (readonly [number: number, what: string, guide: Guide])[];

function ofDates(guide: Guide): Broken {
  const { clock } = guide;
  return [
    [1, 'a day to mail stands where waiting may hurt', withOverlay(guide, 'fast-review', { role: null })],
    [1, 'the last safe day to mail stands alone', withWord(guide, 'plan.dates.send-by', 'Send it by {date}.')],
    [5, 'the line says that a day has passed', withWord(guide, 'plan.dates.past', '{what}: {date} has passed.')],
    [5, 'the 10 days have passed', withWord(guide, 'plan.dates.past-care-cut', '{what}. The 10 days have passed.')],
    [5, 'the letter of the state has no line', withoutLadderDates(guide, 'medicaid-state')],
    [16, 'a clock of two years ago', { ...guide, clock: { ...clock, from: '2020-01-01' } }],
    [16, 'a clock of a later year', { ...guide, clock: { ...clock, until: '2099-12-31' } }],
  ];
}

function ofOverlays(guide: Guide): Broken {
  return [
    [3, 'nobody is asked about doses at home', without(guide, 'doses')],
    [
      3,
      'who is approved is not asked about the first dose',
      withPart(guide, 'before-you-leave', 'approved', 'Ask who to call tonight or on the weekend about doses.'),
    ],
    [3, 'no line for nights', withWord(guide, 'paper.plan.nights', 'Call')],
    [
      8,
      'page 1 names a page',
      withOverlay(guide, 'before-you-leave', { short: 'Get each answer on the page "Before you leave".' }),
    ],
    [
      9,
      'hours without "may take longer"',
      withPart(
        guide,
        'fast-review',
        'hours-advantage',
        'The plan has 72 hours (3 days). For a drug it is 24 hours (1 day).',
      ),
    ],
    [
      9,
      'hours of a drug plan without the exception',
      withPart(guide, 'fast-review', 'hours-medicare', 'A Part D drug plan has 24 hours (1 day).'),
    ],
    [
      9,
      'hours of Medicaid in every state',
      withPart(
        guide,
        'fast-review',
        'hours-medicaid',
        'The plan has 72 hours (3 days). Some cases about care may take longer.',
      ),
    ],
    [10, 'nobody asks which plan pays first', without(guide, 'pays-first')],
    [
      10,
      'nobody asks what Medicaid pays',
      withPart(guide, 'pays-first', 'medicaid-rest', 'Ask which plan pays first.'),
    ],
    [
      12,
      'fewer than four questions',
      withPart(
        guide,
        'before-you-leave',
        'uninsured',
        'Ask before you leave: Who will pay for the doses? Who do I call tonight or on the weekend?',
      ),
    ],
    [
      14,
      'other words on the screen than on the page',
      withPart(
        guide,
        'before-you-leave',
        'insured',
        'Ask: Is there a yes? What about doses? Who can be called tonight or on the weekend? Who works on it?',
      ),
    ],
  ];
}

function ofSteps(guide: Guide): Broken {
  const askOutside = 'Ask for an outside review this week.';
  const tell = (id: string, text: string): Guide => withStep(guide, id, { text, why: 'It helps.' });
  return [
    [
      2,
      'a fast appeal with a plan that has said its last no',
      withStep(guide, 'fast-judge', { who: 'plan', text: 'Ask the plan for a fast appeal.' }),
    ],
    [
      2,
      'a fast appeal with a plan that has no fast one',
      withStep(guide, 'fast-letter', { text: 'Call the plan. Say: I ask for a fast appeal.' }),
    ],
    [2, 'an outside review for Medicare', tell('next-judge', askOutside)],
    [2, 'the plan sends a drug on', tell('next-second-advantage', 'Ask if the plan sent the case on.')],
    [2, 'the VA without its patient advocate', tell('fast-va', 'Call the VA today.')],
    [2, 'a message one level behind', withMessage(guide, 'judge', 'Ask the plan to look again.')],
    [4, 'a yes to part is a start', withMessage(guide, 'partial', 'Ask if you can start now, and ask for the rest.')],
    [4, 'a start without a nurse', tell('partial-2', 'Ask the doctor if the approved part is enough.')],
    [
      6,
      'the doctors do not talk first',
      withSteps(
        guide,
        guide.steps.filter(({ id }) => id !== 'denied-doctors-2'),
      ),
    ],
    [
      6,
      'a figure for the talk of the doctors',
      withStep(guide, 'denied-doctors-2', { why: 'Ask first: does an appeal close this call? There are 14 days.' }),
    ],
    [
      11,
      'a request to Original Medicare',
      withMessage(guide, 'medicare-parts', 'Ask the case manager to send the request now.'),
    ],
    [11, 'the drug plan is not asked about', tell('waiting-medicare-1', 'Call the case manager.')],
    [
      11,
      'nurse visits under Part B for all',
      withHelp(guide, 'F4', 'medicare', 'Part B pays for nurse visits at home. Ask the infusion coordinator.'),
    ],
    [12, 'Medicaid without asking if it is right', tell('uninsured-2', 'Apply for Medicaid now.')],
    [12, 'no word to who has applied', tell('uninsured-3', 'Ask the infusion company about its own help.')],
    [12, 'no word to who worries about papers', withHelp(guide, 'F3', 'uninsured', 'Apply now.')],
    [
      12,
      'the help of the maker first',
      {
        ...guide,
        help: [...guide.help.filter(({ id }) => id === 'F1'), ...guide.help.filter(({ id }) => id !== 'F1')],
      },
    ],
    [
      12,
      'the uninsured are not asked about urgency',
      {
        ...guide,
        questions: guide.questions.map((each) =>
          each.id === 'urgent' ? { ...each, ask: { ...each.ask, noFlags: ['uninsured'] } } : each,
        ),
      },
    ],
    [13, 'a sent appeal is not asked after', withMessage(guide, 'pending', 'Send the papers.')],
    [
      13,
      'a sent appeal is not marked as sent',
      { ...guide, roles: { ...guide.roles, level: { ...guide.roles.level, sent: [] } } },
    ],
    [13, 'a yes taken back without its number', tell('denied-after-yes-2', 'Ask the infusion company what to do.')],
    [13, 'out of network without an exception', tell('denied-network-2', 'Ask the plan for a company in its network.')],
    [13, 'another place without a word for home', tell('denied-place-2', 'Ask the doctor for help.')],
    [14, "the reader's own doctor", tell('approved-3', 'Ask your doctor what this costs.')],
    [14, "the reader's own case", tell('next-second-advantage', 'Ask: "Did you send my case on?"')],
  ];
}

function ofPages(guide: Guide): Broken {
  const noLonger = (block: PlacedBlock): boolean => 'body' in block && formatBody(block).includes('No answer');
  const isLate = (block: PlacedBlock): boolean => 'body' in block && /time limit/i.test(formatBody(block));
  const open = { is: {}, not: {}, only: {}, atLeast: {}, flags: [], noFlags: [] };
  const claims =
    (reason: string) =>
    (block: PlacedBlock): boolean =>
      block.when.is['reason']?.includes(reason) === true;
  const withoutCondition = (page: string, is: (block: PlacedBlock) => boolean): Guide =>
    withDocument(guide, page, (blocks) => blocks.map((block) => (is(block) ? { ...block, when: open } : block)));
  return [
    [3, 'who is approved and leaves has no page for it', withoutPage(guide, 'D17')],
    [7, 'everybody signs that it is urgent', withoutCondition('D09c', ({ when }) => when.is['urgent'] !== undefined)],
    [7, 'everybody signs that the plan said yes first', withoutCondition('D09c', claims('after-yes'))],
    [7, 'everybody signs a reason', withoutCondition('D09c', claims('not-necessary'))],
    [
      7,
      'who has a yes to part signs that the plan said no',
      withoutCondition('D09c', ({ when }) => when.is['stage']?.includes('denied') === true),
    ],
    [
      7,
      'who has not appealed signs that the appeal was refused',
      withoutCondition('D09c', ({ when }) => when.is['level'] !== undefined || when.flags.includes('review-now')),
    ],
    [
      9,
      'nothing follows when the time has run out',
      withDocument(guide, 'D05', (blocks) => blocks.filter((block) => !isLate(block))),
    ],
    [
      9,
      'nothing follows when an appeal is not answered',
      withDocument(guide, 'D08', (blocks) => blocks.filter((block) => !noLonger(block))),
    ],
    [
      13,
      'no words for another reason',
      withDocument(guide, 'D08', (blocks) => blocks.filter((block) => !claims('other-reason')(block))),
    ],
    [
      13,
      'a letter with no word of the yes',
      withDocument(guide, 'D09c', (blocks) => blocks.filter((block) => !claims('after-yes')(block))),
    ],
  ];
}

function formatBody(block: PlacedBlock): string {
  return JSON.stringify(block);
}
function withWord(guide: Guide, key: string, text: string): Guide {
  return { ...guide, words: { ...guide.words, [key]: text } };
}
function withMessage(guide: Guide, id: string, text: string): Guide {
  return { ...guide, messages: guide.messages.map((each) => (each.id === id ? { ...each, text } : each)) };
}
function withSteps(guide: Guide, steps: readonly StepRule[]): Guide {
  return { ...guide, steps };
}
function withStep(guide: Guide, id: string, changed: Partial<StepRule>): Guide {
  return withSteps(
    guide,
    guide.steps.map((each) => (each.id === id ? { ...each, ...changed } : each)),
  );
}
function withOverlay(guide: Guide, id: string, changed: Partial<OverlayRule>): Guide {
  return { ...guide, overlays: guide.overlays.map((each) => (each.id === id ? { ...each, ...changed } : each)) };
}
function without(guide: Guide, overlay: string): Guide {
  return { ...guide, overlays: guide.overlays.filter(({ id }) => id !== overlay) };
}
function withPart(guide: Guide, overlay: string, part: string, text: string): Guide {
  const parts = guide.overlays.find(({ id }) => id === overlay)?.parts ?? [];
  return withOverlay(guide, overlay, { parts: parts.map((each) => (each.key === part ? { ...each, text } : each)) });
}
function withHelp(guide: Guide, id: string, outcome: string, reason: string): Guide {
  const help = guide.help.map((each) =>
    each.id === id
      ? { ...each, outcomes: each.outcomes.map((one) => (one.id === outcome ? { ...one, reason } : one)) }
      : each,
  );
  return { ...guide, help };
}
function withoutLadderDates(guide: Guide, ladder: string): Guide {
  return { ...guide, ladders: guide.ladders.map((each) => (each.id === ladder ? { ...each, dates: [] } : each)) };
}
function withoutPage(guide: Guide, page: string): Guide {
  const never: DocumentRule['trigger'] = {
    is: { stage: ['no such answer'] },
    not: {},
    only: {},
    atLeast: {},
    flags: [],
    noFlags: [],
  };
  return {
    ...guide,
    documents: guide.documents.map((each) => (each.id === page ? { ...each, tickedWhen: never } : each)),
  };
}
function withDocument(
  guide: Guide,
  page: string,
  change: (blocks: readonly PlacedBlock[]) => readonly PlacedBlock[],
): Guide {
  const documents = guide.documents.map((each) => (each.id === page ? { ...each, blocks: change(each.blocks) } : each));
  return { ...guide, documents };
}
