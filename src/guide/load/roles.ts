import type { Guide, Roles } from '../model';
import type { Names } from './names';
import type { ContentParts } from './parse';

type QuestionsFile = ContentParts['questions'];

/** The answers of the question that has a role. */
export function answersOf({ roles, questions }: QuestionsFile['value'], role: keyof Roles): readonly string[] {
  return questions.find(({ id }) => id === roles[role].question)?.answers ?? [];
}

/** The roles, with every question, answer, overlay and card that they name looked up (docs/content.md "Roles"). */
export function resolveRoles({ value, report }: QuestionsFile, names: Names): Guide['roles'] {
  const { roles, questions } = value;
  for (const [role, { question }] of Object.entries(roles)) {
    if (questions.some(({ id }) => id === question)) continue;
    const fix = `name one of: ${questions.map(({ id }) => id).join(', ')}.`;
    report(`roles.${role}.question`, `there is no question "${question}".`, fix);
  }
  refer('voice', 'other', roles.voice.other);
  refer('insurance', 'none', roles.insurance.none);
  refer('level', 'sent', roles.level.sent);
  refer('stage', 'ok', roles.stage.ok);
  refer('stage', 'part', roles.stage.part);
  refer('stage', 'steps', Object.keys(roles.stage.steps));
  refer('urgency', 'stops', Object.keys(roles.urgency.stops));
  refer('reason', 'cards', Object.keys(roles.reason.cards));
  for (const answer of answersOf(value, 'reason')) {
    if (roles.reason.cards[answer] === undefined)
      report('roles.reason.cards', `the answer "${answer}" has no card.`, `add ${answer} = "…" there.`);
  }
  for (const [answer, card] of Object.entries(roles.reason.cards)) {
    if (!names.cards.has(card))
      report(`roles.reason.cards.${answer}`, `there is no card "${card}".`, 'name a card of cards.toml.');
  }
  for (const [answer, overlay] of Object.entries(roles.urgency.stops)) {
    if (!names.overlays.has(overlay))
      report(`roles.urgency.stops.${answer}`, `there is no overlay "${overlay}".`, 'name an overlay of plan.toml.');
  }
  checkPayer();
  return roles;

  function refer(role: keyof Roles, field: string, answers: readonly string[]): void {
    const known = answersOf(value, role);
    const { question } = roles[role];
    for (const answer of answers) {
      if (known.length === 0 || known.includes(answer)) continue;
      const fix = `use its answers: ${known.join(', ')}.`;
      report(`roles.${role}.${field}`, `the question "${question}" has no answer "${answer}".`, fix);
    }
  }

  /** Which plan said no can only be one of the plans that the person has. */
  function checkPayer(): void {
    const payer = questions.find(({ id }) => id === roles.payer.question);
    const { question } = roles.insurance;
    if (payer === undefined || payer.answers_from === question) return;
    const cause = `the question "${payer.id}" does not offer the answers of "${question}".`;
    report('roles.payer.question', cause, `write answers_from = "${question}" there, or name another question.`);
  }
}
