import { describe, expect, it } from 'vitest';
import { programOf } from './program';

describe('the name of a state program', () => {
  it.each([
    ['California Department of Health Care Services (Medi-Cal)', 'Medi-Cal'],
    ['MassHealth', 'MassHealth'],
    ['Ohio Department of Medicaid', 'Ohio Department of Medicaid'],
  ])('%s: %s', (name, program) => {
    expect(programOf({ name })).toBe(program);
  });
});
