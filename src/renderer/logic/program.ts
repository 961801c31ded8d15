import type { Contact } from '../../guide/model';

/**
 * What people call the Medicaid of their state: docs/evidence has it in parentheses behind the name of the agency, as in
 * "… (Medi-Cal)". Where there are none, the agency has the name of the program, or both are plain Medicaid.
 */
export function programOf({ name }: Pick<Contact, 'name'>): string {
  return /\(([^()]+)\)$/.exec(name)?.[1] ?? name;
}
