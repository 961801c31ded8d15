/**
 * Evidence that nobody prints is evidence nobody is helped by: each confirmed rule of coverage/payers is named by a text,
 * or coverage/unused.toml says why not (docs/design/product.md "Rules that hold for every person", 15).
 */
import { withholdingOf } from '../confirmed';
import type { CoverageFiles } from './coverage-files';
import { guidePaths, SERIES } from './paths';
import type { Reading } from './reading';
import { documentsSchema, planSchema, seriesSchema } from './schemas';

export function checkUnused({ payers, unused }: CoverageFiles, reading: Reading): void {
  const used = namedEvidence(reading);
  const reasons = unused.value.unused;
  const confirmed = new Set<string>();
  for (const { value, report } of payers) {
    value.rules.forEach((rule, index) => {
      if (withholdingOf(rule, reading.today) === 'not-confirmed') return;
      confirmed.add(rule.id);
      if (used.has(rule.id) || rule.id in reasons) return;
      const fix = `name it as the needs of the text that says it, or write "${rule.id}" = "why not" into ${unused.file}.`;
      report(`rules.${index}`, `no text uses the confirmed rule "${rule.id}".`, fix);
    });
  }
  for (const id of Object.keys(reasons)) {
    const field = `unused.${id}`;
    if (used.has(id)) unused.report(field, `a text uses "${id}".`, 'remove this line.');
    else if (!confirmed.has(id)) unused.report(field, `there is no confirmed rule "${id}".`, 'remove this line.');
  }
}

/** Every row of evidence that a text of any guide names: the guides share the law. */
function namedEvidence(reading: Reading): ReadonlySet<string> {
  const guides = reading.parse(SERIES, seriesSchema)?.value.guides ?? [];
  return new Set(
    guides.flatMap((guide) => {
      const { rules } = guidePaths(guide, reading.language);
      const plan = reading.parse(rules.plan, planSchema)?.value;
      const documents = reading.parse(rules.documents, documentsSchema)?.value.documents ?? [];
      const blocks = documents.flatMap((page) => page.blocks);
      const rows = blocks.flatMap((block) => (block.kind === 'questions' ? block.rows : []));
      const parts = plan?.overlays.flatMap((overlay) => overlay.parts) ?? [];
      const claims: readonly { readonly needs: readonly string[] }[] = [
        ...blocks,
        ...rows,
        ...parts,
        ...(plan?.complaints ?? []),
      ];
      return claims.flatMap(({ needs }) => needs);
    }),
  );
}
