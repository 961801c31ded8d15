/** The parts of the proof pack with the texts for patients: questions, plan, cards, screens. */
import type { ScreenIndex } from '../../audit/ledger';
import type { Guide, Question } from '../../guide/model';
import { formatCondition, formatFlag } from '../../audit/format-condition';
import { bold, escape, heading, part, said, saidRich, table, type Html, type Part } from './markup';

export function questionParts(guide: Guide): Part {
  const rows = [...guide.questions, guide.helpers].map((question) => questionHtml(question));
  return part(
    'questions',
    'Questions',
    'In the order in which they are asked. "Asked when" is the rule; the names in it are explained under "Rules".',
    ...rows,
  );
}

function questionHtml(question: Question): Html {
  const { id, title, hint, why, answers, many, ask } = question;
  const lines: readonly (readonly [string, Html])[] = [
    ['Asked when', escape(formatCondition(ask))],
    ['Answers', many ? 'as many as fit' : 'one'],
    ...(hint === null ? [] : [['Hint', said(hint)] as const]),
    ...(why === null ? [] : [['Why we ask', said(why)] as const]),
  ];
  const facts = lines.map(([name, html]) => `<tr><th scope="row">${name}</th><td>${html}</td></tr>`).join('');
  const rows = answers.map((answer) => [
    `<code>${answer.id}</code>`,
    said(answer.label),
    answer.hint === null ? '' : said(answer.hint),
    answer.exclusive ? 'stands alone' : '',
  ]);
  return `<section class="item">${heading(id)}<p class="big">${said(title)}</p><table class="facts"><tbody>${facts}</tbody></table>${table(['Id', 'Answer', 'Hint', ''], [16, 44, 26, 14], rows)}</section>`;
}

export function planParts(guide: Guide): readonly Part[] {
  const when = (rule: { readonly when: Guide['messages'][number]['when'] }): Html => escape(formatCondition(rule.when));
  const rules = part(
    'plan',
    'Plan: messages and steps',
    'In each list the first rule that holds for a person is taken; steps: the first for each place.',
    heading('Most important now'),
    table(
      ['Id', 'Says', 'When'],
      [18, 48, 34],
      guide.messages.map((rule) => [code(rule.id), said(rule.text), when(rule)]),
    ),
    heading('Steps'),
    table(
      ['Id', 'Place', 'Who', 'Says, and why', 'When'],
      [17, 7, 14, 38, 24],
      guide.steps.map((rule) => [
        code(rule.id),
        String(rule.position),
        escape(rule.who),
        `${said(rule.text)}<div class="why">Why: ${said(rule.why)}</div>`,
        when(rule),
      ]),
    ),
  );
  const more = part(
    'overlays',
    'Plan: notes, complaints, help, people',
    'Every note and complaint line that holds for a person is shown. Of each kind of help the first outcome that holds decides.',
    heading('Notes above the steps'),
    table(
      ['Id', 'Part', 'Says', 'When'],
      [15, 17, 44, 24],
      guide.overlays.flatMap((rule) => [
        [code(rule.id), 'title', said(rule.title), when(rule)],
        ['', 'on page 1', said(rule.short), ''],
        ...rule.parts.map((each) => ['', '', said(each.text), when(each)]),
      ]),
    ),
    heading('Where to complain'),
    table(
      ['Id', 'Says', 'Offices', 'When'],
      [15, 45, 20, 20],
      guide.complaints.map((rule) => [code(rule.id), said(rule.text), escape(rule.contacts.join(', ')), when(rule)]),
    ),
    heading('Help with costs'),
    table(
      ['Id', 'Outcome', 'Says', 'When'],
      [8, 20, 44, 28],
      guide.help.flatMap((help) => [
        [code(help.id), 'title', said(help.title), escape(`card ${help.card}`)],
        ...help.outcomes.map((each) => ['', escape(`${each.id}: ${each.result}`), said(each.reason), when(each)]),
      ]),
    ),
    heading('People who can help'),
    table(
      ['Id', 'Name', 'Does', 'What to ask'],
      [14, 20, 33, 33],
      guide.people.map((each) => [code(each.id), said(each.name), said(each.does), each.asks.map(said).join('<br>')]),
    ),
  );
  const names = part(
    'rules',
    'Rules: names used in conditions',
    'Each name holds when one of its conditions holds. "payer" is the plan that said no, or else all that are chosen.',
    table(
      ['Name and meaning'],
      [100],
      guide.flags.map((flag) => [escape(formatFlag(flag))]),
    ),
  );
  return [rules, more, names];
}

/** Every card next to the words of the guide that it was made from. */
export function cardPart(guide: Guide): Part {
  const atoms = new Map(guide.atoms.map((atom) => [atom.id, atom.text]));
  const sections = guide.sections.flatMap((section) => [
    heading(`${section.id.toUpperCase()} · ${section.sourceTitle === '' ? section.title : section.sourceTitle}`),
    `<p class="big">On screen: ${said(section.title)}</p>`,
    table(
      ['The guide says', 'The kiosk says'],
      [45, 55],
      guide.cards
        .filter((card) => card.section === section.id)
        .map((card) => [
          card.from.map((id) => `<p class="atom"><code>${id}</code> ${bold(atoms.get(id) ?? '')}</p>`).join('') ||
            '<p class="atom">Nothing: this card adds to the guide. Its source stands in cards.toml.</p>',
          `<code>${card.id}</code><p class="big">${said(card.title)}</p>${saidRich(card.body)}`,
        ]),
    ),
  ]);
  return part(
    'cards',
    'Cards beside the guide',
    'Left: the approved words, with their ids. Right: what a patient reads.',
    ...sections,
  );
}

/** The words of each screen other than questions, plan and cards. */
export function screenPart(guide: Guide, { screens }: ScreenIndex): Part {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const [key, text] of Object.entries(guide.words)) {
    const group = key.split('.')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), [key, text]]);
  }
  const shown = new Set<string>();
  const rowsOf = (group: string): readonly (readonly Html[])[] =>
    (groups.get(group) ?? []).map(([key, text]) => [code(key), said(text)]);
  const html = screens.map((screen) => {
    for (const group of screen.words) shown.add(group);
    const rows = screen.words.flatMap(rowsOf);
    const holds = screen.routes.map((route) =>
      route.startsWith('section/') ? `the cards of section ${route.slice(8).toUpperCase()}` : route.replace('/', ' '),
    );
    const lead = holds.length === 0 ? '' : `Shows: ${holds.join(', ')}.`;
    return `${heading(`${screen.id} · ${screen.name}`)}<p>${escape(lead)}</p>${rows.length === 0 ? '' : table(['Key', 'Words'], [28, 72], rows)}`;
  });
  const rest = [...groups.keys()].filter((group) => !shown.has(group));
  return part(
    'screens',
    'Words of the screens',
    'Screen by screen. {name} is filled in by the program.',
    ...html,
    ...rest.map((group) => `${heading(`Fixed words of ${group}`)}${table(['Key', 'Words'], [28, 72], rowsOf(group))}`),
  );
}

function code(id: string): Html {
  return `<code>${escape(id)}</code>`;
}
