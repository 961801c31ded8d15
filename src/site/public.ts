/** The part of the settings that screens see: type, schema and value, all derived from the table. */
import * as v from 'valibot';
import { ROWS, valueIn, type Row, type SETTINGS, type Site } from './settings';

type Table = typeof SETTINGS;
interface PublicRow {
  readonly key: string;
  readonly isPublic: true;
}
type PublicNames<Rows> = { [Name in keyof Rows]: Rows[Name] extends PublicRow ? Name : never }[keyof Rows];
type PublicGroups = {
  [Name in keyof Table]: Table[Name] extends { readonly key: string }
    ? never
    : [PublicNames<Table[Name]>] extends [never]
      ? never
      : Name;
}[keyof Table];

export type PublicSite = Pick<Site, PublicNames<Table>> & {
  readonly [Group in PublicGroups]: Pick<Site[Group], PublicNames<Table[Group]> & keyof Site[Group]>;
};

const rows: readonly Row[] = ROWS.filter(({ setting }) => setting.isPublic);

/** One schema for each entry of a `PublicSite`. */
export const publicSchemas = nest(
  ({ setting }) => setting.schema,
  (schemas) => v.strictObject(schemas as Readonly<Record<string, v.GenericSchema>>),
  // Built from the same rows as the type.
) as { readonly [Name in keyof PublicSite]: v.GenericSchema<PublicSite[Name]> };

/** What the screens see of these settings. */
export function publicSite(site: Site): PublicSite {
  // Built from the same rows as the type.
  return nest(
    (row) => valueIn(site, row),
    (values) => values,
  ) as unknown as PublicSite;
}

/** The public rows as in `Site`: a setting by its name, or in a group of its own. */
function nest(
  leaf: (row: Row) => unknown,
  group: (leaves: Readonly<Record<string, unknown>>) => unknown,
): Readonly<Record<string, unknown>> {
  const single: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = {};
  for (const row of rows) {
    const [name = '', inner] = row.path;
    if (inner === undefined) single[name] = leaf(row);
    else (groups[name] ??= {})[inner] = leaf(row);
  }
  for (const [name, leaves] of Object.entries(groups)) single[name] = group(leaves);
  return single;
}
