/** What must be true of the words on the printed pages: details of what is not, for `words.ts`. */
import type { Condition, DocumentRule, Guide, PlacedBlock, RichText, Text, Voice } from '../../guide/model';
import { plannerFor } from '../../plan';
import type { AnswerSet } from '../../plan/model';
import { sayOpen } from './rules';

const VOICES: readonly Voice[] = ['me', 'other'];

/** Words that claim something, and the answers of which one must have been given. None: nobody can say so. */
interface Claim {
  readonly words: RegExp;
  readonly question: string;
  readonly answers: readonly string[];
}
const CLAIMS: readonly Claim[] = [
  { words: /urgent|expedite/i, question: 'urgent', answers: ['yes'] },
  { words: /you approved (it|this)/i, question: 'reason', answers: ['after-yes'] },
  { words: /you approved only part/i, question: 'stage', answers: ['partial'] },
  { words: /you said no\./i, question: 'stage', answers: ['denied'] },
  { words: /you said no to the/i, question: 'level', answers: ['second', 'all'] },
  { words: /(seen|see|gave|given|found) no reason/i, question: 'reason', answers: [] },
];
/** Papers that are signed and sent, or kept. */
const SIGNED = /\bsign(s|ed)\b/i;

export function unsaidClaims(guide: Guide): readonly string[] {
  const reasons = guide.questions.find(({ id }) => id === guide.roles.reason.question)?.answers ?? [];
  const quoted = reasons.flatMap(({ id, label }): readonly Claim[] => {
    const [quote] = /"[^"]+"/.exec(label) ?? [];
    const words = quote === undefined ? null : new RegExp(quote.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
    return words === null ? [] : [{ words, question: guide.roles.reason.question, answers: [id] }];
  });
  const isSigned = ({ blocks }: DocumentRule): boolean =>
    blocks.some((block) => block.kind === 'blanks' && block.labels.some((label) => SIGNED.test(label)));
  return guide.documents
    .filter(isSigned)
    .flatMap(({ id, blocks }) =>
      blocks.flatMap((block) =>
        wordsOf(block).flatMap((words) =>
          [...CLAIMS, ...quoted]
            .filter((claim) => claim.words.test(words) && !mayClaim(guide, block, claim))
            .map(() => `${id}: ${words}`),
        ),
      ),
    );
}

/** Who is not sure may tick a line by hand: that is saying it. */
function mayClaim(guide: Guide, { kind, when }: PlacedBlock, { question, answers }: Claim): boolean {
  const enough = kind === 'ticks' && answers.length > 0 ? [...answers, 'unsure'] : answers;
  return needs(guide, when, question, enough);
}
/** Whether a condition holds only for people with one of these answers. */
function needs(guide: Guide, when: Condition, question: string, answers: readonly string[]): boolean {
  const own = when.is[question] ?? when.only[question];
  if (own?.every((each) => answers.includes(each)) === true) return true;
  return when.flags.some((flag) => {
    const any = guide.flags.find(({ id }) => id === flag)?.any ?? [];
    return any.length > 0 && any.every((each) => needs(guide, each, question, answers));
  });
}

const ALONE = ['job', 'bought', 'advantage', 'medicare', 'medicaid'];
/** What follows a time limit that has run out: someone else decides, or the silence counts as a no. */
const FOLLOWS = /outside the plan|outside review|counts as a no|\bhearing\b|\bOPM\b/i;

export function withoutWhatFollows(guide: Guide): readonly string[] {
  const somebody = { who: ['me'], treatment: ['other'], leaving: ['home'], urgent: ['no'], money: ['no'] };
  const pending = { stage: ['denied'], reason: ['none'], level: ['pending'] };
  const lacks = (page: string, answers: AnswerSet, asks: RegExp): boolean =>
    !shownOn(guide, page, answers).some((words) => asks.test(words) && FOLLOWS.test(words));
  return [
    ...ALONE.filter((plan) =>
      lacks('D05', { ...somebody, insurance: [plan], stage: ['waiting'], 'hold-up': ['slow'] }, /time limit/i),
    ).map((plan) => `D05 ${plan}`),
    ...[...ALONE, 'federal-job']
      .filter((plan) => lacks('D08', { ...somebody, insurance: [plan], ...pending }, /no answer/i))
      .map((plan) => `D08 ${plan}`),
  ];
}

export function reasonsWithoutWords(guide: Guide): readonly string[] {
  const { question } = guide.roles.reason;
  return ['after-yes', 'network', 'place', 'other-reason'].flatMap((reason) =>
    ['D08', 'D09c'].flatMap((page) => {
      const blocks = guide.documents.find(({ id }) => id === page)?.blocks ?? [];
      const has = blocks.some(({ when }) => when.is[question]?.length === 1 && when.is[question]?.[0] === reason);
      return has ? [] : [`${page} ${reason}`];
    }),
  );
}

/** Questions on the page for who leaves that the screen does not ask in the same words. */
export function otherQuestions(guide: Guide): readonly string[] {
  const parts = guide.overlays.filter(({ page }) => page === 'D17').flatMap((overlay) => overlay.parts);
  const lists = (guide.documents.find(({ id }) => id === 'D17')?.blocks ?? []).flatMap((block) =>
    block.kind === 'ticks' ? [block.items] : [],
  );
  return lists.flatMap((items) =>
    VOICES.flatMap((voice) => {
      const asked = items.map((item) => sayOpen(item, voice));
      const isSame = parts.some(({ text }) => asked.every((each) => sayOpen(text, voice).includes(each)));
      return isSame ? [] : [asked.join(' ')];
    }),
  );
}

function shownOn(guide: Guide, page: string, answers: AnswerSet): readonly string[] {
  const holds = plannerFor(guide).holds(answers);
  const blocks = guide.documents.find(({ id }) => id === page)?.blocks ?? [];
  return blocks.filter(({ when }) => holds(when)).flatMap(wordsOf);
}

/** The words of a block, as the patient reads them. */
function wordsOf(block: PlacedBlock): readonly string[] {
  const say = (text: Text): string => sayOpen(text, 'me');
  switch (block.kind) {
    case 'text':
    case 'box':
      return [wordsOfRich(block.body)];
    case 'ticks':
      return block.items.map(say);
    case 'heading':
      return [say(block.text)];
    case 'lines':
      return [say(block.label)];
    case 'blanks':
      return block.labels.map(say);
    case 'letterhead':
      return [say(block.subject)];
    default:
      return [];
  }
}
function wordsOfRich(body: RichText): string {
  const runs = body.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : block.items));
  return runs.map((line) => line.map(({ text }) => sayOpen(text, 'me')).join('')).join(' ');
}
