import type { Problem } from '../../basics/problem';
import type { Result } from '../../basics/result';
import type { ContentFiles } from './files';
import { SERIES } from './paths';
import { openReading } from './reading';
import { seriesSchema } from './schemas';

/** The guides of a content folder, by their ids. */
export interface Series {
  readonly guides: readonly string[];
  /** The guide that the kiosk opens with. */
  readonly opens: string;
}

export function readSeries(files: ContentFiles): Result<Series, readonly Problem[]> {
  const reading = openReading(files, '', { language: '', today: '' });
  const file = reading.parse(SERIES, seriesSchema);
  if (file !== null && !file.value.guides.includes(file.value.opens)) {
    file.report('opens', `"${file.value.opens}" is not one of the guides.`, 'name one of "guides".');
  }
  if (file === null || reading.problems.length > 0) return { ok: false, error: reading.problems };
  return { ok: true, value: file.value };
}
