/**
 * The items of PEMAT-P and of the CDC Clear Communication Index that a program can check, for every document that
 * patients get (docs/evidence/product-anchors.md §5). docs/handouts.md answers the others.
 */
import type { Element } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/audit/readability/count';
import { documentsOf, guide, INSURANCES, PEOPLE, requestFor, type DocumentHtml, type Person } from '../support/paper';

const people: readonly Person[] = [
  ...PEOPLE,
  ...INSURANCES.flatMap((insurance): readonly Person[] => {
    const both = { treatment: ['antibiotics'], leaving: ['today'], insurance: [insurance], money: ['all'] };
    return [
      {
        name: `${insurance} said no`,
        answers: {
          ...both,
          who: ['me'],
          stage: ['denied'],
          reason: ['not-covered'],
          level: ['first'],
          urgent: ['yes'],
        },
      },
      {
        name: `${insurance}, waiting`,
        answers: { ...both, who: ['other'], stage: ['waiting'], 'hold-up': ['unsure'], urgent: ['unsure'] },
      },
    ];
  }),
];

/** Documents that are over a limit on purpose; docs/handouts.md says why. */
const MORE_THAN_SEVEN: Readonly<Record<string, string>> = {
  D02: 'questions, each with a line to write on: 8 are wanted (docs/evidence/product-anchors.md §4.1)',
  D14: 'kinds of help, each under a heading of its own',
  D15: 'offices, to look one up',
  D16: 'words, to look one up',
  D19: 'the contents, and words to look one up',
};
/** Pages to send or to look things up in; their second line says what to do with them. */
const LETTERS = new Set(
  guide.documents.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'letterhead')).map(({ id }) => id),
);

/** A run-in heading: a paragraph or item that begins in bold, and the bold lines of the plan. */
const HEADING = 'h1,h2,h3,.message,.emergency,.date-title,.label,.call-name';
const PASSIVE =
  /\b(?:am|is|are|was|were|be|been|being)\s+(?:(?:not|often|also|still)\s+)?(?:\w{2,}ed|sent|made|given|paid|cut|told|known|held|shown|kept|left|put|written|taken|found|lost|chosen|built|tied)\b/i;
/** Begins a clause that depends on another: "Ask what was sent" is an order, and active. */
const SUBORDINATE =
  /\b(?:what|that|which|who|whom|whose|why|how|when|if|because|where|until|while|as|before|after|says?)\b/i;
/** Words that an instruction of these pages begins with. */
const ORDERS = new Set(
  (
    'ask ask: answer apply bring build call check choose circle complain copy cut do explain fill find fold get give go ' +
    'keep list look make mark name note offer pick please point practice push put read say see send show sign start ' +
    'take talk tell tick touch turn use watch write'
  ).split(' '),
);

const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

/** Paragraphs and items that contain no other. */
function lines(section: Element): readonly Element[] {
  return [...section.querySelectorAll('p,li')].filter((element) => element.querySelector('p,li') === null);
}

/** Sentences that belong to the page: no offices, no explained words, none of the person's answers. */
function sentences(section: Element): readonly string[] {
  const own = lines(section).filter((element) => element.closest('.because,.contacts,.about,.terms') === null);
  return own.flatMap((element) => sentencesOf(textOf(element))).filter((text) => wordsOf(text).length > 2);
}

function isPassive(sentence: string): boolean {
  const [main = ''] = sentence.split(SUBORDINATE);
  return PASSIVE.test(main);
}

function isOrder(sentence: string): boolean {
  const [first = ''] = wordsOf(sentence.replace(/^\d+\. /, ''));
  return ORDERS.has(first.toLowerCase());
}

/** The most words between two headings of a page. */
function longestRun(section: Element): number {
  let [most, run] = [0, 0];
  for (const element of section.querySelectorAll(`${HEADING},p,li,th`)) {
    if (element.matches('.because') || (element.matches('li') && element.querySelector('p') !== null)) continue;
    const begins = element.firstElementChild;
    const isBold = begins?.tagName === 'STRONG' && textOf(element).startsWith(textOf(begins));
    if (element.matches(HEADING) || isBold) run = 0;
    if (!/^H\d$/.test(element.tagName)) run += wordsOf(textOf(element)).length;
    most = Math.max(most, run);
  }
  return most;
}

/** Every different version of a document that these people get, once. */
const contents = new Map<string, DocumentHtml[]>();
const packets: (readonly DocumentHtml[])[] = [];

/** The documents that break a rule; empty when all keep it. */
function breaches(rule: (section: Element, id: string) => readonly string[]): readonly string[] {
  const found = [...contents].flatMap(([id, all]) =>
    all.flatMap(({ section }) => rule(section, id).map((each) => `${id}: ${each}`)),
  );
  return [...new Set(found)].sort();
}

beforeAll(async () => {
  const forPatients = new Set(guide.documents.filter(({ audience }) => audience === 'patient').map(({ id }) => id));
  const seen = new Set<string>();
  for (const { answers } of people) {
    for (const document of await documentsOf(requestFor(answers, 'offered'))) {
      const { id, section } = document;
      if (!forPatients.has(id) || seen.has(section.outerHTML)) continue;
      seen.add(section.outerHTML);
      contents.set(id, [...(contents.get(id) ?? []), document]);
    }
    packets.push(await documentsOf(requestFor(answers, 'ticked')));
  }
  expect([...contents.keys()].sort()).toEqual([...forPatients].sort());
});

describe('every document of patients', () => {
  it('says what it is for: a title of at most 8 words, and under it the one message (PEMAT 1, CDC 1–3)', () => {
    expect(
      breaches((section, id) => {
        const title = section.querySelector('h1');
        const message = section.querySelectorAll('.message,.purpose');
        const isFirst = section
          .querySelector('.message,.purpose,.text,.ticks,.list,.box')
          ?.matches('.message,.purpose');
        return [
          ...(title === null || wordsOf(textOf(title)).length > 8 ? ['title'] : []),
          ...(LETTERS.has(id) || (message.length === 1 && isFirst === true) ? [] : ['message']),
        ];
      }),
    ).toEqual([]);
  });

  it('has its main sentences in the active voice (PEMAT 5, CDC 6)', () => {
    expect(
      breaches((section) => {
        const all = sentences(section);
        const passive = all.filter(isPassive);
        // On a short page one sentence is more than 5 of 100.
        return passive.length <= Math.max(1, all.length * 0.05) ? [] : [passive.join(' | ')];
      }),
    ).toEqual([]);
  });

  it('has numbers that need no sum: no percentage, no decimal, hours with their days (PEMAT 6, CDC 15–17)', () => {
    expect(
      breaches((section) =>
        lines(section).flatMap((line) => [
          ...(textOf(line).match(/\d+(?:\.\d+)? ?%|\bper ?cent\b|\b\d+\.\d+\b/g) ?? []),
          ...(textOf(line).match(/\b\d+(?: to \d+)? hours(?! \(\d)/g) ?? []),
          ...(textOf(line).match(/\([^()]*\(/g) ?? []),
        ]),
      ),
    ).toEqual([]);
  });

  it('comes in short chunks: 4 sentences, 7 items (PEMAT 8, CDC 8–9)', () => {
    const tooLong = breaches((section) => [
      ...[...section.querySelectorAll('p')]
        .filter((element) => sentencesOf(textOf(element)).filter((text) => wordsOf(text).length > 2).length > 4)
        .map(textOf),
      ...([...section.querySelectorAll('ul,ol')].some(({ children }) => children.length > 7) ? ['items'] : []),
    ]);
    expect(tooLong).toEqual(Object.keys(MORE_THAN_SEVEN).map((id) => `${id}: items`));
  });

  it('has a heading, also one in bold at the head of a paragraph, every 120 words (PEMAT 9)', () => {
    expect(breaches((section) => (longestRun(section) > 120 ? [`${longestRun(section)} words`] : []))).toEqual([]);
  });

  it('sums itself up where it is longer than a page (PEMAT 11)', () => {
    const long = guide.documents.filter(({ limit, audience }) => limit.regular > 1 && audience === 'patient');
    expect(long.map(({ id }) => id)).toEqual(['D08', 'D14', 'D19']);
    expect(
      breaches((section, id) => {
        if (!long.some((document) => document.id === id)) return [];
        // Three lines, or the list of parts for a whole guide, at the start or at the end.
        const blocks = [...section.children].filter((element) => !element.matches('header'));
        const isSum = (element: Element | undefined): boolean =>
          element !== undefined && (element.matches('.contents') || sentencesOf(textOf(element)).length === 3);
        return blocks.slice(0, 2).some(isSum) || isSum(blocks.at(-1)) ? [] : [textOf(section).slice(0, 200)];
      }),
    ).toEqual([]);
  });

  it('has something that catches the eye: a box, bold words, numbers, boxes to tick (PEMAT 12, CDC 3)', () => {
    expect(
      breaches((section) =>
        section.querySelector('.message,.box,strong,.tick,ol,.label,.levels,.write-line') === null ? ['nothing'] : [],
      ),
    ).toEqual([]);
  });

  it('has words under or over every drawing (PEMAT 17)', () => {
    expect(
      breaches((section) =>
        [...section.querySelectorAll('svg[role=img]')].flatMap((drawing) => {
          const figure = drawing.closest('.figure,.path,.code');
          const ladder = drawing.closest('.ladder');
          const words =
            figure?.querySelector('.caption,.code-line,h2') ?? ladder?.parentElement?.querySelector('.caption');
          return words === null || words === undefined ? [drawing.getAttribute('aria-label') ?? ''] : [];
        }),
      ),
    ).toEqual([]);
  });

  it('has a drawing where one helps: approval, its steps, the ladder, the dates, the treatments (PEMAT 15, 26)', () => {
    const drawn = new Set(
      [...contents].flatMap(([id, all]) =>
        all.some(({ section }) => section.querySelector('svg[role=img]')) ? [id] : [],
      ),
    );
    for (const id of ['D03', 'D04', 'D08', 'D12', 'D13a', 'D13b', 'D13c', 'D13d']) expect(drawn).toContain(id);
  });

  it('has tables of at most 5 columns under heads of at most 3 words, and says how to use them (PEMAT 19, 25)', () => {
    const tables = [...contents].filter(([, all]) =>
      all.some(({ section }) => section.querySelector('table') !== null),
    );
    expect(tables.map(([id]) => id)).toEqual(['D11']);
    expect(
      breaches((section) =>
        [...section.querySelectorAll('table')].flatMap((table) => {
          const heads = [...table.querySelectorAll('th')].map(textOf);
          const how = table.previousElementSibling;
          return [
            ...(heads.length > 5 ? [`${heads.length} columns`] : []),
            ...heads.filter((head) => wordsOf(head).length > 3),
            ...(how !== null && how.matches('p') && isOrder(textOf(how)) ? [] : ['no word on how to use it']),
          ];
        }),
      ),
    ).toEqual([]);
  });

  it('says at least one thing to do, verb first (PEMAT 20, CDC 5, 12)', () => {
    const passiveReading = breaches((section) => {
      const orders = [...sentences(section), ...[...section.querySelectorAll('h2')].map(textOf)].filter(isOrder);
      return orders.length === 0 ? [`nothing to do: ${textOf(section).slice(0, 120)}`] : [];
    });
    expect(passiveReading).toEqual([]);
  });
});

describe('the three steps of the plan', () => {
  it('are one act each, verb first, of at most 20 words, in the active voice, with a reason (PEMAT 5, 21–22, CDC 13)', () => {
    const plans = contents.get('D01') ?? [];
    expect(plans.length).toBeGreaterThan(people.length / 2);
    for (const { section } of plans) {
      const steps = [...section.querySelectorAll('.steps>li')];
      expect(steps).toHaveLength(3);
      for (const step of steps) {
        const said = textOf(step.querySelector('strong') ?? step);
        expect(said).toMatch(/^\d\. /);
        expect(said.match(/\bthen\b|\band (?:call|ask|send|write|tell)\b/i)).toBeNull();
        expect(sentencesOf(said.replace(/^\d\. /, '')).filter(isOrder).length, said).toBeGreaterThan(0);
        for (const sentence of sentencesOf(said.replace(/^\d\. /, ''))) {
          expect(wordsOf(sentence).length, said).toBeLessThanOrEqual(20);
          expect(isPassive(sentence), said).toBe(false);
        }
        expect(textOf(step)).toMatch(/Why: \S/);
      }
    }
  });
});

describe('every packet', () => {
  it('has something to hold and use: boxes to tick, a list of calls, dates or lines to fill in (PEMAT 23)', () => {
    for (const packet of packets) {
      const tools = packet.filter(({ section }) => section.querySelector('.tick,.log,.write-line,.wallet') !== null);
      expect(tools.length).toBeGreaterThan(1);
    }
  });

  it('says that times differ and how old a fact is (CDC 11)', () => {
    for (const packet of packets) {
      for (const { section } of packet) {
        for (const fact of section.querySelectorAll('.contacts>li .fact')) {
          expect(textOf(fact.closest('li') ?? fact)).toMatch(/\((?:as of|checked) \d{2}\/\d{4}\)/);
        }
      }
    }
  });
});
