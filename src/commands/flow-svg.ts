/** A picture of the question flow: one column with arrows down, and lanes at the side for skipped questions. */
import type { Guide } from '../guide/model';
import { say } from '../guide/text';
import { flowOf, START, type FlowEdge } from '../audit/plan/flow';

const BOX = { left: 24, width: 470, height: 62, step: 112 } as const;
const LANE = { first: 528, step: 26 } as const;
const WIDTH = 900;
const TOP = 24;
const LINE_CHARACTERS = 46;

/** @returns a complete SVG file; the same questions give the same bytes, whatever the version of the content */
export function drawFlow(guide: Guide): string {
  const { nodes, edges } = flowOf(guide);
  const place = new Map(nodes.map((id, index) => [id, TOP + index * BOX.step]));
  const topOf = (id: string): number => place.get(id) ?? 0;
  const isSkip = ({ from, to }: FlowEdge): boolean => nodes.indexOf(to) > nodes.indexOf(from) + 1;
  const skips = edges.filter(isSkip);
  const lanes = lanesFor(skips, nodes);
  const height = TOP + (nodes.length - 1) * BOX.step + BOX.height + TOP;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="15">`,
    '<title>The way through the questions</title>',
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...edges.filter((edge) => !isSkip(edge)).map((edge) => drawDown(edge, topOf)),
    // Longest skip first, so that the labels of shorter ones are drawn on top.
    ...skips
      .map((edge, index) => ({ edge, lane: lanes[index] ?? 0, row: rowOf(skips, index) }))
      .sort((one, other) => other.lane - one.lane)
      .map(({ edge, lane, row }) => drawSkip(edge, topOf, { lane, row })),
    ...nodes.map((id) => drawNode(guide, id, topOf(id))),
    '</svg>',
    '',
  ].join('\n');
}

function drawNode(guide: Guide, id: string, top: number): string {
  const question = guide.questions.find((each) => each.id === id);
  const title = question === undefined ? endTitle(guide, id) : say(question.title, 'me');
  const lines = wrap(title);
  const middle = top + BOX.height / 2;
  const first = middle + 5 - (lines.length - 1) * 9;
  const texts = lines.map((line, row) => `<text x="${BOX.left + 16}" y="${first + row * 19}">${escape(line)}</text>`);
  const name = question === undefined ? '' : question.many ? `${id} (many)` : id;
  return [
    `<g data-node="${escape(id)}"><rect x="${BOX.left}" y="${top}" width="${BOX.width}" height="${BOX.height}" rx="${question === undefined ? 31 : 10}" fill="${question === undefined ? '#e4efe9' : '#f7f4ec'}" stroke="#24443a" stroke-width="1.5"/>`,
    ...texts,
    `<text x="${BOX.left + BOX.width - 14}" y="${middle + 5}" text-anchor="end" font-size="13" font-weight="700" fill="#24443a">${escape(name)}</text></g>`,
  ].join('');
}

function endTitle(guide: Guide, id: string): string {
  return say(guide.words[id === START ? 'how.title' : 'check.title'] ?? id, 'me');
}

function drawDown(edge: FlowEdge, topOf: (id: string) => number): string {
  const x = BOX.left + 60;
  const [from, to] = [topOf(edge.from) + BOX.height, topOf(edge.to)];
  const label = labelOf(edge);
  const text =
    label === '' ? '' : `<text x="${x + 12}" y="${(from + to) / 2 + 5}" font-size="13">${escape(label)}</text>`;
  return `${open(edge)}<path d="M${x} ${from}V${to - 2}" stroke="#000" stroke-width="1.5" marker-end="url(#tip)"/>${text}</g>`;
}

function drawSkip(
  edge: FlowEdge,
  topOf: (id: string) => number,
  { lane, row }: { readonly lane: number; readonly row: number },
): string {
  const right = BOX.left + BOX.width;
  const x = LANE.first + lane * LANE.step;
  const from = topOf(edge.from) + 12 + row * 19;
  const to = topOf(edge.to) + BOX.height - 12 - lane * 9;
  return (
    `${open(edge)}<path d="M${right} ${from}H${x - 8}Q${x} ${from} ${x} ${from + 8}V${to - 8}Q${x} ${to} ${x - 8} ${to}H${right + 2}" ` +
    `fill="none" stroke="#24443a" stroke-width="1.5" marker-end="url(#tip)"/>` +
    `<text x="${x + 8}" y="${from + 5}" font-size="13" paint-order="stroke" stroke="#fff" stroke-width="5">${escape(labelOf(edge))}</text></g>`
  );
}

function open({ from, to }: FlowEdge): string {
  return `<g data-edge="${escape(`${from} ${to}`)}">`;
}

function labelOf({ from, answers, when }: FlowEdge): string {
  if (answers.length > 0)
    return `${from} = ${answers.length > 4 ? `${answers.length} other answers` : answers.join(' or ')}`;
  return when ?? '';
}

/** Shorter skips get the nearer lanes. Skips that overlap never share a lane. */
function lanesFor(skips: readonly FlowEdge[], nodes: readonly string[]): readonly number[] {
  const span = ({ from, to }: FlowEdge): readonly [number, number] => [nodes.indexOf(from), nodes.indexOf(to)];
  const lanes: number[] = [];
  const taken: (readonly [number, number])[][] = [];
  const order = skips.map((_, index) => index).sort((a, b) => length(a) - length(b) || a - b);
  for (const index of order) {
    const skip = skips[index];
    if (skip === undefined) continue;
    const [from, to] = span(skip);
    const isFree = (lane: number): boolean => (taken[lane] ?? []).every(([start, end]) => end < from || start > to);
    let lane = 0;
    while (!isFree(lane)) lane += 1;
    (taken[lane] ??= []).push([from, to]);
    lanes[index] = lane;
  }
  return lanes;

  function length(index: number): number {
    const skip = skips[index];
    if (skip === undefined) return 0;
    const [from, to] = span(skip);
    return to - from;
  }
}

/** How many skips of the same question come before this one. */
function rowOf(skips: readonly FlowEdge[], index: number): number {
  return skips.slice(0, index).filter(({ from }) => from === skips[index]?.from).length;
}

function wrap(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= LINE_CHARACTERS) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
