/** How each kind of block in `documents.toml` is drawn on paper. */
import { h, type VNode } from 'vue';
import type { Block } from '../guide/model';
import { cover } from './cover';
import { datesToWatch } from './dates-page';
import { about, cardOf, cardText, contents, languages, related, relatedBelow, section, terms } from './guide-text';
import { clocks, complaints, help } from './help';
import { ladders } from './ladder';
import { blanks, letterhead } from './letter';
import type { PageContext } from './page-context';
import { paragraph, richText, ticked, writeLines } from './parts';
import { phoneList } from './phone-list';
import { figure, path, personCard } from './pictures';
import { planPage } from './plan-page';
import { printerTest } from './printer-test';
import { walletCards } from './wallet';

type Kind = Block['kind'];
type BlockOf<Of extends Kind> = Extract<Block, { readonly kind: Of }>;
type DrawBlock<Of extends Kind> = (block: BlockOf<Of>, context: PageContext) => readonly VNode[];

/** One row per kind; a missing row does not compile. */
const DRAW: { readonly [Of in Kind]: DrawBlock<Of> } = {
  plan: (_, context) => planPage(context),
  ladder: (_, context) => ladders(context),
  path: (_, context) => [path(context)],
  people: (_, context) => context.view.people.map((person) => personCard(person, context)),
  help: (_, context) => help(context),
  complaint: (_, context) => complaints(context),
  clocks: (_, context) => clocks(context),
  dates: (_, context) => datesToWatch(context),
  contacts: (_, context) => phoneList(context),
  wallet: (_, context) => walletCards(context),
  cover: (_, context) => [cover(context)],
  'test-page': (_, context) => printerTest(context),
  contents: (_, context) => contents(context),
  about: (_, context) => about(context),
  languages: (_, context) => [languages(context)],
  card: (block, context) => cardText(cardOf(block.card, context), 'h2', context),
  section: (block, context) => section(block.section, context),
  terms: (block, context) => [terms(block.terms, context)],
  related: (block, context) =>
    block.addresses ? related(context.settings.guidesAddress, context) : relatedBelow(context),
  overlay: overlayParts,
  picture: (block, context) => [figure(block, context)],
  letterhead,
  blanks: (block, context) => [blanks(block.labels, context)],
  heading: (block, { say }) => [h('h2', say(block.text))],
  text: (block, { rich }) => richText(rich(block.body)),
  box: (block, { say, rich }) => [
    h('div', { class: 'box' }, [h('h2', say(block.title)), ...richText(rich(block.body))]),
  ],
  ticks: (block, { say }) => [
    h(
      'ul',
      { class: 'ticks' },
      block.items.map((item) => ticked([say(item), ...(block.lines === 0 ? [] : [writeLines(block.lines)])])),
    ),
  ],
  lines: (block, { say }) => [
    h('div', { class: 'labelled-lines' }, [paragraph(say(block.label), 'label'), writeLines(block.count)]),
  ],
  questions: (block, { say, holds }) => [
    h(
      'ul',
      { class: 'ticks questions' },
      block.rows
        .filter((row) => holds(row.when))
        .slice(0, block.most)
        .map((row) => ticked([say(row.text), writeLines(1)])),
    ),
  ],
  log: (block, context) => [callLog(block.rows, context)],
};

/** Draws one block. A card or section that the guide does not have is a bug in its loader. */
export function drawBlock<Of extends Kind>(block: BlockOf<Of>, context: PageContext): readonly VNode[] {
  const draw: DrawBlock<Of> = DRAW[block.kind];
  return draw(block, context);
}

/** Parts of an overlay that the person has, where they have the overlay itself. */
function overlayParts({ overlay, parts }: Extract<Block, { kind: 'overlay' }>, context: PageContext): readonly VNode[] {
  const rule = context.guide.overlays.find(({ id }) => id === overlay);
  if (rule === undefined || !context.holds(rule.when)) return [];
  const shown = rule.parts.filter(({ key, when }) => parts.includes(key) && context.holds(when));
  return shown.map(({ text }) => paragraph(context.say(text)));
}

const LOG_COLUMNS = ['date', 'who', 'number', 'said', 'next'] as const;

function callLog(rows: number, context: PageContext): VNode {
  return h('div', { class: 'log' }, [
    paragraph(context.word('log.how-to')),
    h('table', [
      h('thead', [
        h(
          'tr',
          LOG_COLUMNS.map((column) => h('th', { class: column, scope: 'col' }, context.word(`log.${column}`))),
        ),
      ]),
      h(
        'tbody',
        Array.from({ length: rows }, () =>
          h(
            'tr',
            LOG_COLUMNS.map(() => h('td')),
          ),
        ),
      ),
    ]),
  ]);
}
