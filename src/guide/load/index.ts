/**
 * Reads and checks a content folder (docs/design/content.md). Three steps: parse each file once, collect the names that
 * other content may use, resolve every name into the guide.
 * Problems are values with file, line, cause and fix. No content makes the loader throw.
 */
import type { Problem } from '../../basics/problem';
import type { Result } from '../../basics/result';
import type { Evidence } from '../evidence';
import type { Guide } from '../model';
import { resolveCards } from './cards';
import { resolveContacts } from './contacts';
import { resolveDocuments } from './documents';
import { readContentFiles, versionOf, type ContentFiles } from './files';
import { resolveInterface } from './interface-words';
import { resolveLadders } from './ladders';
import { collectNames } from './names';
import { parseContent, type ContentParts } from './parse';
import { payerEvidence, resolveClocks } from './payers';
import { resolvePlanRules } from './plan-rules';
import { resolvePlanWords } from './plan-words';
import { resolveQuestions } from './questions';
import { openReading, type Reading, type ReadingRequest } from './reading';
import { readReview } from './review';
import { readSeries } from './series';
import { checkUnused } from './unused';

export interface LoadRequest extends ReadingRequest {
  /** The id of a guide of the series; the one that the kiosk opens with when left out. */
  readonly guide?: string;
}
export interface Loaded {
  readonly guide: Guide;
  readonly evidence: Evidence;
}

/** Loads a content folder in one language, or returns all its problems. */
export function loadGuide({
  folder,
  ...request
}: LoadRequest & { readonly folder: string }): Result<Loaded, readonly Problem[]> {
  const { files, problems } = readContentFiles(folder);
  const made = makeGuide(files, request);
  if (problems.length === 0) return made;
  return { ok: false, error: made.ok ? problems : [...problems, ...made.error] };
}

/** The same from texts in memory. */
export function makeGuide(files: ContentFiles, request: LoadRequest): Result<Loaded, readonly Problem[]> {
  const series = readSeries(files);
  if (!series.ok) return series;
  const reading = openReading(files, request.guide ?? series.value.opens, request);
  const parts = parseContent(reading);
  if (parts === null) return { ok: false, error: reading.problems };
  const guide = resolveGuide(parts, reading);
  if (reading.problems.length > 0) return { ok: false, error: reading.problems };
  const evidence = { withheld: reading.withheld, payers: payerEvidence(parts.coverage.payers) };
  return { ok: true, value: { guide, evidence } };
}

function resolveGuide(parts: ContentParts, reading: Reading): Guide {
  checkSource(parts);
  checkUnused(parts.coverage, reading);
  const names = collectNames(parts, reading);
  const review = readReview(reading);
  return {
    id: reading.guide,
    version: versionOf(reading.files, reading.guide, reading.language),
    language: reading.language,
    clock: parts.span,
    about: parts.source.about,
    approval: review?.state === 'signed' ? review.by : null,
    atoms: parts.source.atoms,
    ...resolveCards(parts, names, reading),
    terms: parts.terms.value.terms,
    lexicon: parts.speech.value,
    ...resolveQuestions(parts, names),
    ...resolvePlanRules(parts, names, reading),
    ladders: resolveLadders(parts, reading),
    clocks: resolveClocks(parts, reading),
    ...resolveDocuments(parts, names, reading),
    ...resolveContacts(parts, reading),
    words: { ...resolveInterface(parts.interfaceWords), ...resolvePlanWords(parts.planWords) },
  };
}

/** guide.toml has the hash of the guide text that the cards were written from. */
function checkSource({ guide, source }: ContentParts): void {
  if (guide.value.source_sha256 === source.hash) return;
  const fix = `put the approved text back, or check every card against the new text and write source_sha256 = "${source.hash}".`;
  guide.report('source_sha256', `${source.file} is not the text the cards were written from.`, fix);
}
