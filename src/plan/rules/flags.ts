/** Flags: named conditions of plan.toml that other conditions, later flags among them, can ask for. */
import type { Condition, Guide } from '../../guide/model';
import { holds, type FactLayout, type Test } from './facts';

export interface CompiledFlag {
  readonly index: number;
  readonly bit: number;
  /** The flag is set where one of these holds. */
  readonly any: readonly Test[];
}

export interface CompiledFlags {
  readonly all: readonly CompiledFlag[];
  /** The flags that a condition asks for, directly or through other flags, in the order in which they can be set. */
  neededBy(condition: Pick<Condition, 'flags' | 'noFlags'>): readonly CompiledFlag[];
}

export function compileFlags(guide: Guide, layout: FactLayout, compile: (when: Condition) => Test): CompiledFlags {
  const all = guide.flags.map(({ any }, flagNumber) => {
    const { index, bit } = layout.flagAt(flagNumber);
    return { index, bit, any: any.map(compile) };
  });
  return {
    all,
    neededBy: (condition) => {
      const needed = new Set<number>();
      const visit = ({ flags, noFlags }: Pick<Condition, 'flags' | 'noFlags'>): void => {
        for (const flagNumber of [...flags, ...noFlags].map(layout.flagNumberOf)) {
          if (needed.has(flagNumber)) continue;
          needed.add(flagNumber);
          guide.flags[flagNumber]?.any.forEach(visit);
        }
      };
      visit(condition);
      return all.filter((_, flagNumber) => needed.has(flagNumber));
    },
  };
}

/** Writes these flags into the facts, as far as the facts are known now. */
export function setFlags(flags: readonly CompiledFlag[], facts: number[]): void {
  for (const { index, bit, any } of flags) {
    let isSet = false;
    for (const test of any) {
      if (!holds(test, facts)) continue;
      isSet = true;
      break;
    }
    const word = facts[index] ?? 0;
    facts[index] = isSet ? word | bit : word & ~bit;
  }
}
