/** D18: two cards of 3.5 × 2 inches, each a front and a back side by side to cut out and fold. */
import { h, type VNode } from 'vue';
import type { PageContext } from './page-context';

const CARDS = 2;
const WHO_TO_CALL = ['doctor-office', 'infusion-company', 'case-manager'] as const;

export function walletCards(ink: PageContext): readonly VNode[] {
  return Array.from({ length: CARDS }, () => h('div', { class: 'wallet' }, [front(ink), back(ink)]));
}

function front(ink: PageContext): VNode {
  const phoneOf = (id: string): string | null => ink.view.people.find((person) => person.id === id)?.phone ?? null;
  return h('div', { class: 'wallet-side' }, [
    h('p', { class: 'wallet-title' }, ink.word('wallet.title')),
    ...WHO_TO_CALL.map((id) => row(ink.word(`wallet.${id}`), phoneOf(id))),
    row(ink.word('wallet.night'), null),
  ]);
}

function back(ink: PageContext): VNode {
  return h('div', { class: 'wallet-side' }, [
    row(ink.word('wallet.approval-number'), null),
    row(ink.word('wallet.approval-until'), null),
    row(ink.word('wallet.plan'), null),
    h('p', { class: 'wallet-warning' }, ink.view.emergency),
  ]);
}

function row(label: string, value: string | null): VNode {
  return h('div', { class: 'wallet-row' }, [
    h('span', label),
    value === null ? h('span', { class: 'write-line' }) : h('strong', value),
  ]);
}
