/** D18: two cards of 3.5 × 2 inches to cut out and fold, with front and back side by side. */
import { h, type VNode } from 'vue';
import type { PageContext } from './page-context';

const CARDS = 2;
const WHO_TO_CALL = ['doctor-office', 'infusion-company', 'case-manager'] as const;

export function walletCards(context: PageContext): readonly VNode[] {
  return Array.from({ length: CARDS }, () => h('div', { class: 'wallet' }, [front(context), back(context)]));
}

function front(context: PageContext): VNode {
  const phoneOf = (id: string): string | null => context.view.people.find((person) => person.id === id)?.phone ?? null;
  return h('div', { class: 'wallet-side' }, [
    h('p', { class: 'wallet-title' }, context.word('wallet.title')),
    ...WHO_TO_CALL.map((id) => row(context.word(`wallet.${id}`), phoneOf(id))),
    row(context.word('wallet.night'), null),
  ]);
}

function back(context: PageContext): VNode {
  return h('div', { class: 'wallet-side' }, [
    row(context.word('wallet.approval-number'), null),
    row(context.word('wallet.approval-until'), null),
    row(context.word('wallet.plan'), null),
    h('p', { class: 'wallet-warning' }, context.view.emergency),
  ]);
}

function row(label: string, value: string | null): VNode {
  return h('div', { class: 'wallet-row' }, [
    h('span', label),
    value === null ? h('span', { class: 'write-line' }) : h('strong', value),
  ]);
}
