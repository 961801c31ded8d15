/**
 * The kinds of blocks that a printed page is made of: for each, the fields of its row in documents.toml and what the row
 * becomes. Row schema and block type are derived from this one table. A new kind needs a row here and a case in
 * `drawBlock` (src/handout/blocks.ts), which does not compile without it.
 */
import type { ReadonlyDeep } from 'type-fest';
import * as v from 'valibot';
import { DRAWING_NAMES } from '../drawings';
import { factId, id, listOfIds, positiveInteger, text } from './fields';
import type { Condition, RichText, Text } from './model';

/** Lookups for a block while it is made. Each reports a name that does not exist. */
export interface BlockNames {
  title(key: string): Text;
  text(key: string): Text;
  rich(key: string): RichText;
  list(key: string): readonly Text[];
  card(id: string): string;
  section(id: string): string;
  overlay(id: string, parts: readonly string[]): string;
  terms(terms: readonly string[]): readonly string[];
  /** All terms that this page does not have. */
  termsBeside(document: string): readonly string[];
  when(raw: Readonly<Record<string, unknown>>): Condition;
}

const when = v.optional(v.record(v.string(), v.unknown()), {});
/**
 * Fields of every block: its condition, the atoms of the source guide that it says in plain words, and the rows of
 * coverage/ that it rests on: a block without them in effect does not print.
 */
const SHARED = { when, from: v.optional(v.array(text), []), needs: v.optional(v.array(factId), []) };
const keyed = { key: id };

type Fields = v.ObjectEntries;
type RowOf<Its extends Fields> = v.InferOutput<v.StrictObjectSchema<Its, undefined>>;

function kind<const Its extends Fields, Made extends object>(
  fields: Its,
  make: (row: RowOf<Its>, names: BlockNames) => Made,
): { readonly fields: Its; readonly make: typeof make } {
  return { fields, make };
}
/** A block without fields: the plan or the guide has all its content. */
const bare = kind({}, () => ({}));

const BLOCKS = {
  plan: bare,
  ladder: bare,
  path: bare,
  people: bare,
  help: bare,
  complaint: bare,
  contents: bare,
  about: bare,
  dates: bare,
  contacts: bare,
  wallet: bare,
  cover: bare,
  languages: bare,
  'test-page': bare,
  clocks: bare,
  /** `addresses`: also prints their web addresses, if the hospital has them. */
  related: kind({ addresses: v.optional(v.boolean(), false) }, ({ addresses }) => ({ addresses })),
  /** The parts of an overlay that apply to the person. */
  overlay: kind({ overlay: id, parts: v.pipe(listOfIds, v.nonEmpty()) }, ({ overlay, parts }, names) => ({
    overlay: names.overlay(overlay, parts),
    parts,
  })),
  log: kind({ rows: positiveInteger }, ({ rows }) => ({ rows })),
  card: kind({ card: id }, ({ card }, names) => ({ card: names.card(card) })),
  section: kind({ section: id }, ({ section }, names) => ({ section: names.section(section) })),
  heading: kind(keyed, ({ key }, names) => ({ text: names.title(key) })),
  text: kind(keyed, ({ key }, names) => ({ body: names.rich(key) })),
  box: kind(keyed, ({ key }, names) => ({ title: names.title(key), body: names.rich(key) })),
  /** `lines`: empty lines under each item, to write on. */
  ticks: kind({ ...keyed, lines: v.optional(v.number(), 0) }, ({ key, lines }, names) => ({
    items: names.list(key),
    lines,
  })),
  lines: kind({ ...keyed, count: positiveInteger }, ({ key, count }, names) => ({ label: names.title(key), count })),
  blanks: kind(keyed, ({ key }, names) => ({ labels: names.list(key) })),
  /** Blanks and subject of a letter to the plan. A document with it has no header and no line of reasons. */
  letterhead: kind(keyed, ({ key }, names) => ({ labels: names.list(key), subject: names.title(key) })),
  picture: kind({ ...keyed, picture: v.picklist(DRAWING_NAMES) }, ({ key, picture }, names) => ({
    picture,
    caption: names.title(key),
    alt: names.title(`${key}-alt`),
  })),
  /** The first `most` rows that apply, each with a line for the answer. */
  questions: kind(
    { most: positiveInteger, rows: v.array(v.strictObject({ ...keyed, ...SHARED })) },
    ({ most, rows }, names) => ({
      most,
      rows: rows.map((row) => ({ text: names.text(row.key), when: names.when(row.when) })),
    }),
  ),
  /** `terms`: these terms. `beside`: all terms that the page with this id does not have. */
  terms: kind({ terms: v.optional(v.array(text), []), beside: v.optional(id) }, ({ terms, beside }, names) => ({
    terms: beside === undefined ? names.terms(terms) : names.termsBeside(beside),
  })),
};

export type BlockKind = keyof typeof BLOCKS;
type Kinds = typeof BLOCKS;

/** A block as content names it. */
export type BlockRow = {
  [Kind in BlockKind]: ReadonlyDeep<{ kind: Kind } & RowOf<Kinds[Kind]['fields']> & RowOf<typeof SHARED>>;
}[BlockKind];

/** A block with its words. */
export type Block = {
  [Kind in BlockKind]: ReadonlyDeep<{ kind: Kind } & ReturnType<Kinds[Kind]['make']>>;
}[BlockKind];

/** Mapping over the table loses the row types. The variants parse to `BlockRow`. */
export const blockSchema = v.variant(
  'kind',
  Object.entries(BLOCKS).map(([name, { fields }]) =>
    v.strictObject({ kind: v.literal(name), ...(fields as Fields), ...SHARED }),
  ),
) as unknown as v.GenericSchema<unknown, BlockRow>;

export function makeBlock(row: BlockRow, names: BlockNames): Block {
  // The row and the maker have the same kind, which the compiler cannot follow through a lookup.
  const { make } = BLOCKS[row.kind] as { readonly make: (row: BlockRow, names: BlockNames) => object };
  return { kind: row.kind, ...make(row, names) } as Block;
}
