import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../../basics/errors';
import { brokenSite, DEFAULT_SITE, readSite, type SiteReading } from '../site';

/** Where settings are looked for: `named` by `HOMEWARD_SITE` must be there, the one in the data folder may be. */
export interface SitePaths {
  readonly named: string | null;
  readonly dataFolder: string | null;
}

/** The settings of this machine. A file that cannot be read is a problem to report, never a reason not to start. */
export function readSiteFile({ named, dataFolder }: SitePaths): SiteReading {
  const own = dataFolder === null ? null : join(dataFolder, 'site.toml');
  const file = named ?? (own !== null && existsSync(own) ? own : null);
  if (file === null) return { site: DEFAULT_SITE, problems: [] };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const cause = `it cannot be read (${errorCode(error) ?? 'unknown cause'}).`;
    return brokenSite({ file, line: null, field: null, cause, fix: 'check its name and who may read it.' });
  }
  return readSite(file, text);
}
