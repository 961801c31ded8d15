import { describe, expect, it } from 'vitest';
import type { Block, Condition, Guide, Text } from '../guide/model';
import type { AnswerSet, PlanView } from '../plan/model';
import { composePacket, type PacketRequest } from './compose';
import { ALWAYS } from '../guide/model';
import { documentRule, guide, plain, planned, view } from '../../tests/support/worst-case';
import { cssString } from './page-frame';

interface Changes extends Partial<Pick<PacketRequest, 'guide' | 'documents'>> {
  readonly view?: PlanView;
  readonly answers?: AnswerSet;
  readonly holds?: (when: Condition) => boolean;
  readonly settings?: Partial<PacketRequest['settings']>;
}

function compose({ view, answers, holds, settings, ...rest }: Changes = {}): Promise<string> {
  return composePacket({
    guide,
    planned: {
      input: answers === undefined ? planned.input : { ...planned.input, answers },
      view: view ?? planned.view,
      holds: holds ?? planned.holds,
    },
    documents: ['D01'],
    settings: {
      paper: 'letter',
      siteName: 'Riverside General Hospital',
      unitPhone: null,
      guidesAddress: null,
      ...settings,
    },
    fontCss: '',
    ...rest,
  });
}

/** The guide with one document, `X1`, that holds these blocks. */
function guideWith(blocks: readonly Block[], title: Text = 'A page'): Guide {
  return { ...guide, documents: [documentRule('X1', title, 'What it is for.', blocks)], order: ['X1'] };
}

function drawn(blocks: readonly Block[], changes: Changes = {}): Promise<string> {
  return compose({ guide: guideWith(blocks), documents: ['X1'], ...changes });
}

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body>'));
}

function count(html: string, part: string): number {
  return html.split(part).length - 1;
}

describe('a packet', () => {
  it('is one complete page that fetches and runs nothing', async () => {
    const html = await compose({ documents: guide.documents.map(({ id }) => id) });
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).toContain('<title>My pages</title>');
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<script|<link|<img|src=|url\((?!data:)/);
  });

  it('holds the documents asked for, each once, in packet order', async () => {
    const html = await compose({ documents: ['D10', 'D17', 'D01', 'D10'] });
    expect([...html.matchAll(/data-document="(\w+)"/g)].map((match) => match[1])).toEqual(['D01', 'D17', 'D10']);
    expect(count(html, '<h1>')).toBe(3);
  });

  it('refuses a document that the guide does not have', async () => {
    await expect(compose({ documents: ['D01', 'D99'] })).rejects.toThrow('D99');
  });

  it('says which word of the content is missing', async () => {
    const { 'paper.plan.steps': _, ...words } = guide.words;
    await expect(compose({ guide: { ...guide, words } })).rejects.toThrow('paper.plan.steps');
  });

  it('marks pages that no hospital has approved, and only those', async () => {
    expect(await compose()).toContain('Printed November 23, 2026 · Draft');
    const approval = { reviewer: 'A. Nurse', role: 'Pharmacist', date: '2026-11-01' };
    expect(await compose({ guide: { ...guide, approval } })).not.toContain('Draft');
  });

  it('prints the unit phone only when the hospital gave one', async () => {
    expect(await compose({ settings: { unitPhone: '(555) 010-9000' } })).toContain('Call (555) 010-9000');
    expect(await compose()).not.toContain('Questions?');
  });

  it('names paper size and counts pages over the whole packet', async () => {
    expect(await compose({ settings: { paper: 'a4' } })).toContain('size:A4 portrait');
    expect(await compose()).toContain('content:"Page " counter(page) " of " counter(pages)');
    expect(await compose()).toContain('Printed November 23, 2026');
  });
});

describe('text from content and settings', () => {
  const EVIL = '</style><script>alert(1)</script>"}';

  it('cannot leave its element', async () => {
    const html = await compose({
      guide: guideWith([{ kind: 'text', body: plain('1 < 2 <b>bold</b>') }]),
      documents: ['X1'],
    });
    expect(html).toContain('1 &lt; 2 &lt;b&gt;bold&lt;/b&gt;');
  });

  it('cannot leave the style sheet', async () => {
    const html = await compose({ settings: { siteName: EVIL, unitPhone: EVIL } });
    expect(html).not.toContain('<script');
    expect(count(html, '</style>')).toBe(1);
  });

  it('is written into CSS by number where a sign has a meaning', () => {
    expect(cssString('a"b\\c<d>\n{é}')).toBe('"a\\22 b\\5c c\\3c d\\3e \\a \\7b é\\7d "');
  });
});

describe('page 1', () => {
  it('says the main message and the emergency line once', async () => {
    const body = bodyOf(await compose());
    expect(count(body, view.mainMessage)).toBe(1);
    expect(count(body, view.emergency)).toBe(1);
  });

  it('has every overlay in one sentence and three steps to tick', async () => {
    const body = bodyOf(await compose());
    // The steps, the dates and the ladder say what those of a role say.
    const roles = new Map(guide.overlays.map(({ id, role }) => [id, role]));
    for (const { id, short } of view.overlays) {
      const role = roles.get(id) ?? null;
      expect(count(body, short), id).toBe(role === 'ladder' || role === 'fast' ? 0 : 1);
    }
    expect(count(body, 'class="tick"')).toBe(3);
    for (const step of view.steps) {
      expect(body).toContain(step.text);
      expect(body).toContain(`Why: ${step.why}`);
      expect(body).toContain(step.whoName);
    }
  });

  it('has a phone to call where the hospital gave one, and a blank where not', async () => {
    const body = bodyOf(await compose());
    expect(body).toContain('(555) 010-2030');
    expect(count(body, 'class="phone-blank"')).toBe(1);
    expect(body).toContain('Nights and weekends, call');
  });

  it('leaves a line for the last day where no date is computed', async () => {
    const dates = [
      { id: 'file-appeal', ladder: null, date: null, state: 'none' as const, text: 'Copy it here.', source: '' },
    ];
    expect(bodyOf(await compose({ view: { ...view, dates } }))).toContain('Last day in my letter:');
    expect(bodyOf(await compose())).not.toContain('Last day in my letter:');
  });

  it('has lines for the approval number once the plan said yes', async () => {
    expect(bodyOf(await compose({ answers: { stage: ['approved'] } }))).toContain('Approval (PA) number:');
    expect(bodyOf(await compose())).not.toContain('Approval (PA) number:');
  });
});

describe('a document', () => {
  it('has title, purpose, a line for the name, and why it was chosen', async () => {
    const body = bodyOf(await compose({ documents: ['D10'] }));
    expect(body).toContain('<h1>People who can help</h1>');
    expect(body).toContain('Who they are, what to ask them');
    expect(body).toContain('Name:');
    expect(body).toContain('You got this page because you said');
  });

  it('speaks of the other person when the pages are for one', async () => {
    const body = bodyOf(await compose({ documents: ['D17'], answers: { who: ['other'] } }));
    expect(body).toContain('Before they leave today');
  });

  it('leaves out a block whose condition does not hold', async () => {
    const never = { ...ALWAYS, flags: ['never'] };
    const [rule] = guideWith([]).documents;
    if (rule === undefined) throw new Error('the guide of this test has one document');
    const blocks = [
      { kind: 'heading' as const, text: 'Shown', when: ALWAYS, from: [] },
      { kind: 'heading' as const, text: 'Hidden', when: never, from: [] },
    ];
    const body = bodyOf(
      await compose({
        guide: { ...guide, documents: [{ ...rule, blocks }], order: ['X1'] },
        documents: ['X1'],
        holds: (when) => !when.flags.includes('never'),
      }),
    );
    expect(body).toContain('Shown');
    expect(body).not.toContain('Hidden');
  });
});

describe('each kind of block', () => {
  it('heading, text, box and lines', async () => {
    const body = bodyOf(
      await drawn([
        { kind: 'heading', text: 'A heading' },
        {
          kind: 'text',
          body: [
            {
              kind: 'list',
              items: [
                [
                  { text: 'bold', strong: true },
                  { text: ' and not', strong: false },
                ],
              ],
            },
          ],
        },
        { kind: 'box', title: 'A box', body: plain('In the box.') },
        { kind: 'lines', label: 'Write here', count: 3 },
      ]),
    );
    expect(body).toContain('<h2>A heading</h2>');
    expect(body).toContain('<li><strong>bold</strong> and not</li>');
    expect(body).toContain('In the box.');
    expect(body).toContain('Write here');
    expect(count(body, 'class="write-row"')).toBe(3);
  });

  it('ticks: a box and lines to write on for each', async () => {
    const body = bodyOf(await drawn([{ kind: 'ticks', items: ['One?', 'Two?'], lines: 2 }]));
    expect(count(body, 'class="tick"')).toBe(2);
    expect(count(body, 'class="write-row"')).toBe(4);
  });

  it('log: so many empty rows under five short headings', async () => {
    const body = bodyOf(await drawn([{ kind: 'log', rows: 8 }]));
    expect(count(body, '<th ')).toBe(5);
    expect(count(body, '<tr>')).toBe(9);
  });

  it('people: what each does, what to ask, where to write', async () => {
    const body = bodyOf(await drawn([{ kind: 'people' }]));
    for (const person of view.people) {
      expect(body).toContain(person.name);
      expect(body).toContain(person.does);
      for (const ask of person.asks) expect(body).toContain(ask);
    }
  });

  it('help: what fits with how to get it, what does not with the reason', async () => {
    const body = bodyOf(await drawn([{ kind: 'help' }]));
    const offered = view.help.filter((kind) => kind.offered);
    expect(count(body, 'class="tick"')).toBe(offered.length);
    expect(body).toContain('Income rules apply. Each maker has its own.');
    expect(body.indexOf('Not for you right now')).toBeLessThan(
      body.indexOf('Not with Medicare, Medicaid, TRICARE or VA.'),
    );
  });

  it('complaint: the office with phone, address and the age of both', async () => {
    const body = bodyOf(await drawn([{ kind: 'complaint' }]));
    expect(body).toContain('Tell the plan first.');
    expect(body).toContain('1-800-633-4227');
    expect(body).toContain('(as of 11/2026)');
  });

  it('card and section: the words of the guide', async () => {
    expect(bodyOf(await drawn([{ kind: 'card', card: 'papers' }]))).toContain('<h2>Papers are missing</h2>');
    const section = bodyOf(await drawn([{ kind: 'section', section: 'b' }]));
    expect(section).toContain('<h3>1. The doctor writes an order</h3>');
    expect(section).toContain('<h3>4. The plan answers</h3>');
    await expect(drawn([{ kind: 'card', card: 'nothing' }])).rejects.toThrow('no card nothing');
  });

  it('contents and about: what the whole guide holds and who stands behind it', async () => {
    const body = bodyOf(await drawn([{ kind: 'contents' }, { kind: 'about' }]));
    expect(body).toContain('What is prior authorization?');
    expect(body).toContain('Dr. Mike Stern');
    expect(body).toContain(guide.about.disclaimer);
  });

  it('path: four steps with the flag where the person stands', async () => {
    const body = bodyOf(await drawn([{ kind: 'path' }], { answers: { stage: ['waiting'] } }));
    expect(body).toContain('You are at stone 3.');
    expect(body).toMatch(/Plan looks at it<span class="here-mark">You are here/);
    const unsure = bodyOf(await drawn([{ kind: 'path' }], { answers: { stage: ['unsure'] } }));
    expect(unsure).not.toContain('You are');
  });

  it('ladder: one for each kind of letter, each with one "you are here"', async () => {
    const body = bodyOf(await drawn([{ kind: 'ladder' }]));
    for (const ladder of view.ladders) expect(body).toContain(`<h2>${ladder.letterWords ?? ladder.name}</h2>`);
    expect(count(body, 'You are here')).toBe(2);
    expect(body).toContain(
      'Ask within 65 days of the date on the letter. Answer: 7 days; 14 days for a bill. Fast answer: 72 hours.',
    );
    expect(body).toContain('by January 21, 2027');
  });

  it('ladder: where no plan is known, a line for the last day in the letter', async () => {
    const dates = [
      { id: 'own-letter', ladder: null, date: null, state: 'none' as const, text: 'Copy it here.', source: '' },
    ];
    const body = bodyOf(
      await compose({
        guide: guideWith([{ kind: 'ladder' }]),
        view: { ...view, ladders: [], dates },
        documents: ['X1'],
      }),
    );
    expect(body).toContain('Copy it here.');
    expect(body).toContain('Last day in my letter:');
  });

  it('questions: the first so many that hold, each with a line for the answer', async () => {
    const never = { ...ALWAYS, flags: ['never'] };
    const rows = [
      { text: 'Not this one?', when: never },
      ...['One?', 'Two?', 'Three?'].map((text) => ({ text, when: ALWAYS })),
    ];
    const holds = (when: Condition): boolean => !when.flags.includes('never');
    const body = bodyOf(await drawn([{ kind: 'questions', most: 2, rows }], { holds }));
    expect(body).toMatch(/One\?.*Two\?/);
    expect(body).not.toMatch(/Not this one|Three\?/);
    expect(count(body, 'class="write-row"')).toBe(2);
  });

  it('picture: a drawing with a caption, and words for who cannot see it', async () => {
    const body = bodyOf(
      await drawn([{ kind: 'picture', picture: 'antibiotics', caption: 'At home.', alt: 'An IV bag on a pole.' }]),
    );
    expect(body).toContain('aria-label="An IV bag on a pole."');
    expect(body).toContain('At home.');
  });

  it('picture of a letter: three marks, and what each of them is', async () => {
    const body = bodyOf(await drawn([{ kind: 'picture', picture: 'letter', caption: 'Look here', alt: 'A letter.' }]));
    expect(count(body, 'class="figure-number"')).toBe(3);
    expect(body).toMatch(/The date of the letter.*The reason for the no.*The last day to appeal/);
  });

  it('terms: those named, with what they mean', async () => {
    const terms = ['TPN', 'IVIG'].map((term) => ({ term, plain: `What ${term} is`, forms: [], cues: [] }));
    const body = bodyOf(
      await compose({ guide: { ...guideWith([{ kind: 'terms', terms: ['IVIG'] }]), terms }, documents: ['X1'] }),
    );
    expect(body).toContain('What IVIG is');
    expect(body).not.toContain('What TPN is');
  });

  it('related: first the guide that the answers ask for', async () => {
    const related = [
      { id: 'one', title: 'The first guide', first: null },
      { id: 'two', title: 'The fitting guide', first: ALWAYS },
    ];
    const pageOf = (addresses: boolean, guidesAddress: string | null): Promise<string> =>
      compose({
        guide: { ...guideWith([{ kind: 'related', addresses }]), related },
        documents: ['X1'],
        settings: { guidesAddress },
      }).then(bodyOf);
    expect(await pageOf(true, null)).toMatch(/The fitting guide<.*The first guide</);
    expect(await pageOf(true, null)).not.toContain('class="qr"');
    const address = 'https://hospital.example/guides/';
    expect(await pageOf(false, address)).not.toContain('hospital.example');
    const linked = await pageOf(true, address);
    expect(linked).toContain('The fitting guide<br>hospital.example/guides/two<');
    expect(count(linked, 'class="qr"')).toBe(2);
  });

  it('languages: a box to mark, the name in its own language, and the notice of the hospital alone', async () => {
    const languageHelp = [
      { code: 'fr', english: 'French', own: 'Français', notice: null },
      { code: 'ar', english: 'Arabic', own: null, notice: 'NOTICE OF THE HOSPITAL' },
    ];
    const body = bodyOf(
      await compose({ guide: { ...guideWith([{ kind: 'languages' }]), languageHelp }, documents: ['X1'] }),
    );
    expect(count(body, 'class="tick"')).toBe(2);
    expect(body).toContain('I speak French');
    expect(body).toMatch(/lang="fr"[^>]*>Français/);
    expect(body).toMatch(/lang="ar" dir="auto"[^>]*>NOTICE OF THE HOSPITAL/);
  });

  it('wallet: two cards, each with who to call, the number of the OK and the emergency line', async () => {
    const body = bodyOf(await drawn([{ kind: 'wallet' }]));
    for (const words of [view.emergency, '(555) 010-2030', 'PA number', 'Infusion company']) {
      expect(count(body, words)).toBe(2);
    }
  });

  it('contacts: the offices of the state before those of the country, each with its age', async () => {
    const office = { ...view.contacts[0], id: 'state-office', name: 'Office of the state', about: 'Watches plans.' };
    const national = { id: 'medicare', name: 'Medicare', about: '', phone: null, tty: null, web: 'medicare.gov' };
    const body = bodyOf(
      await compose({
        guide: {
          ...guideWith([{ kind: 'contacts' }]),
          contacts: [{ ...national, asOf: '2026-11-23', checkedOn: null, expiresOn: '2027-11-23' }],
        },
        view: { ...view, contacts: [...view.contacts.slice(0, 1), { ...office } as (typeof view.contacts)[number]] },
        documents: ['X1'],
      }),
    );
    expect(body).toMatch(/In your state.*Office of the state.*Watches plans.*In the whole country.*Medicare/);
    expect(count(body, '(as of 11/2026)')).toBe(2);
  });

  it('contacts: where none may be printed, who to ask', async () => {
    const body = bodyOf(
      await compose({ guide: guideWith([{ kind: 'contacts' }]), view: { ...view, contacts: [] }, documents: ['X1'] }),
    );
    expect(body).toContain('Ask your case manager which office can help.');
  });

  it('cover: nothing of what the pages are about, in its text or in its margins', async () => {
    const { documents } = guideWith([{ kind: 'cover' }]);
    const cover = documents.map((rule) => ({
      ...rule,
      id: 'D23',
      head: 'bare' as const,
      title: 'Your pages are inside',
    }));
    const html = await compose({ guide: { ...guide, documents: cover, order: ['D23'] }, documents: ['D23'] });
    const margins = html.slice(html.indexOf('@page page-D23'), html.indexOf('*{box-sizing'));
    expect(bodyOf(html)).toContain('<h1>Your pages are inside</h1>');
    expect(margins).toContain('counter(pages)');
    const said = bodyOf(html).replace(/<[^>]*>/g, ' ');
    for (const text of [said, margins]) expect(text).not.toMatch(/insur|plan|\bIV\b|Vascular|Patient|illness/i);
  });

  it('test page: a black bar, greys, and a mark in each corner', async () => {
    const html = await drawn([{ kind: 'test-page' }]);
    const body = bodyOf(html);
    for (const corner of ['top-left', 'top-right', 'bottom-left', 'bottom-right']) {
      expect(count(html, `@${corner}-corner`)).toBe(1);
    }
    expect(body).toContain('rgb(0,0,0)');
    expect(body).toContain('10 centimeters');
  });
});

describe('QR codes', () => {
  it('stand only where the list of phones or the dates to watch draw them', async () => {
    const kinds = guide.documents.filter(
      ({ blocks }) => !blocks.some(({ kind }) => ['contacts', 'dates'].includes(kind)),
    );
    const html = await compose({ documents: kinds.map(({ id }) => id) });
    expect(html).not.toContain('class="qr"');
    expect(count(await drawn([{ kind: 'contacts' }]), 'class="qr"')).toBe(2);
  });
});

describe('the dates to watch', () => {
  const dates = (changes: Partial<typeof view>): Promise<string> =>
    compose({ guide: guideWith([{ kind: 'dates' }]), view: { ...view, ...changes }, documents: ['X1'] }).then(bodyOf);

  it('stand on the path in the order of the calendar, today first', async () => {
    const body = await dates({});
    const labels = [...body.matchAll(/<li class="[^"]*"><strong>([^<]*)<\/strong><span>([^<]*)/g)].map(
      ([, label, day]) => `${label}: ${day}`,
    );
    expect(labels).toEqual([
      'Today: Nov 23, 2026',
      'Mail it at the latest: Nov 23, 2026',
      'Call to check: Nov 26, 2026',
      'Last day: Nov 27, 2026',
    ]);
    expect(body).toContain('Mail it at the latest: Nov 23, 2026. Call to check: Nov 26, 2026. Last day: Nov 27, 2026.');
  });

  it('are lines to write on where no day is known', async () => {
    const blank = [
      { id: 'file-appeal', ladder: null, date: null, state: 'none' as const, text: 'Copy it here.', source: '' },
    ];
    const body = await dates({ dates: blank, ladders: [] });
    expect(count(body, 'class="write-date"')).toBe(3);
    expect(body).toContain('Last day in my letter:');
  });

  it('have no path once the last day has passed: there is only one thing to do', async () => {
    const past = view.dates.map((date) => ({ ...date, state: 'past' as const, text: 'It has passed. Call today.' }));
    const body = await dates({ dates: past });
    expect(body).not.toContain('<svg');
    expect(body).toContain('It has passed. Call today.');
  });
});

describe('two ladders with the same last steps', () => {
  it('draw them once, and name them in the second with the times that differ', async () => {
    const [first, second] = view.ladders;
    if (first === undefined || second === undefined) throw new Error('the fixture has two ladders');
    const slower = second.levels.map((level) =>
      level.id === 'judge' ? { ...level, decidedWithin: { standard: '200 days', fast: null } } : level,
    );
    const body = bodyOf(
      await compose({
        guide: guideWith([{ kind: 'ladder' }]),
        view: { ...view, ladders: [first, { ...second, levels: slower }] },
        documents: ['X1'],
      }),
    );
    expect(count(body, 'A federal judge.')).toBe(1);
    expect(body).toMatch(/Then the same steps as above: Judge \([^)]*200 days\), Appeals Council, Court\./);
  });
});

describe('where to complain', () => {
  const route = (id: string, contacts: readonly string[]) => ({ id, text: `About ${id}.`, contacts, because: [] });
  const office = (id: string) => ({
    id,
    name: `Office ${id}`,
    about: '',
    phone: '1-800-555-0100',
    tty: null,
    web: null,
    freshness: 'as of 11/2026',
  });
  const page = (complaints: (typeof view)['complaints'], contacts: readonly string[]): Promise<string> =>
    compose({
      guide: guideWith([{ kind: 'complaint' }]),
      view: { ...view, complaints, contacts: contacts.map(office) },
      documents: ['X1'],
    }).then(bodyOf);

  it('tells an office that two plans share once', async () => {
    const body = await page([route('one', ['a', 'b']), route('two', ['b', 'c'])], ['a', 'b', 'c']);
    expect(['a', 'b', 'c'].map((id) => count(body, `Office ${id}:`))).toEqual([1, 1, 1]);
  });

  it('leaves more than three offices to the page of phones, or to the case manager where nobody has that page', async () => {
    const body = await page([route('one', ['a', 'b']), route('two', ['c', 'd'])], ['a', 'b', 'c', 'd']);
    expect(body).toMatch(/About one\..*About two\./);
    expect(body).not.toContain('Office');
    expect(body).toContain('Ask your case manager which office can help.');
  });
});

describe('a page for staff', () => {
  it('has no line for a name', async () => {
    const plain = guideWith([]).documents.map((rule) => ({ ...rule, head: 'plain' as const }));
    const html = await compose({ guide: { ...guide, documents: plain, order: ['X1'] }, documents: ['X1'] });
    expect(bodyOf(html)).not.toContain('Name:');
  });
});
