/** The picture of the question flow shows exactly what the rules do. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawFlow } from '../../src/commands/flow-svg';
import { loadGuide } from '../../src/guide/load';
import { flowOf, type FlowEdge } from '../../src/audit/plan/flow';

const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error('the content does not load');
const { guide } = loaded.value;

/**
 * The branching as docs/design/product.md and docs/evidence/product-anchors.md §3.3 tell it: from → to, and the answers
 * that lead there.
 */
const DESIGN: readonly (readonly [from: string, to: string, answers: readonly string[]])[] = [
  ['start', 'who', []],
  ['who', 'treatment', []],
  ['treatment', 'leaving', []],
  ['leaving', 'insurance', []],
  ['insurance', 'stage', ['job', 'federal-job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other', 'unsure']],
  ['insurance', 'urgent', ['none']],
  ['stage', 'hold-up', ['waiting']],
  ['stage', 'reason', ['partial', 'denied']],
  ['stage', 'urgent', ['not-sent', 'more-info', 'unsure']],
  ['stage', 'money', ['approved']],
  ['hold-up', 'urgent', []],
  ['reason', 'who-said-no', []],
  ['reason', 'level', []],
  ['who-said-no', 'level', []],
  ['level', 'urgent', []],
  ['urgent', 'money', []],
  ['money', 'plan', []],
];
const formatEdge = ({ from, to, answers }: FlowEdge): string => `${from} → ${to}: ${answers.join(', ')}`;
const picture = drawFlow(guide);

describe('the flow picture', () => {
  it('has the edges of the design, and no other', () => {
    const designed = DESIGN.map(([from, to, answers]) => formatEdge({ from, to, answers, when: null }));
    expect(flowOf(guide).edges.map(formatEdge).sort()).toEqual([...designed].sort());
  });
  it('says what decides where answers of an earlier question do', () => {
    const fromReason = flowOf(guide).edges.filter(({ from }) => from === 'reason');
    expect(fromReason.map(({ to, when }) => [to, when])).toEqual([
      ['who-said-no', '2 or more of insurance, and appeal'],
      ['level', 'otherwise'],
    ]);
  });
  it('draws every node and every edge once', () => {
    const { nodes, edges } = flowOf(guide);
    expect([...picture.matchAll(/data-node="([^"]+)"/g)].map(([, id]) => id)).toEqual(nodes);
    const drawn = [...picture.matchAll(/data-edge="([^"]+)"/g)].map(([, edge]) => edge);
    expect([...drawn].sort()).toEqual(edges.map(({ from, to }) => `${from} ${to}`).sort());
    for (const question of guide.questions) expect(picture).toContain(`>${question.id}${question.many ? ' (many)' : ''}<`);
  });
  it('follows a changed rule', () => {
    const questions = guide.questions.map((question) =>
      question.id === 'hold-up' ? { ...question, ask: { ...question.ask, is: { stage: ['waiting', 'unsure'] } } } : question,
    );
    const edge = flowOf({ ...guide, questions }).edges.find(({ to }) => to === 'hold-up');
    expect(edge?.answers).toEqual(['waiting', 'unsure']);
  });
  it('is the one in docs', () => {
    expect(readFileSync('docs/flow.svg', 'utf8')).toBe(picture);
  });
});
