import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf, parseReason, parseReasons, troubleOf, TROUBLES } from './reasons';

const keyword = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/).filter((text) => !/-(report|warning|error)$/.test(text));
const severity = fc.constantFrom('report', 'warning', 'error');

/** A copy of the IANA registry (of about 2019) that comes with the library; `subunit-timing-Failure` is its own. */
const REGISTERED: readonly string[] = createRequire(import.meta.url)('@sealsystems/ipp').keywords[
  'printer-state-reasons'
];
/** Registered since, or used by CUPS (ippregistry of the Printer Working Group, CUPS 2.4). */
const LATER = `cups-ipp-conformance-failure cups-ipp-missing-job-history cups-missing-filter
  cups-waiting-for-job-completed extruder-jam fan-failure hibernate hold-new-jobs identify-printer-requested
  input-media-tray-failure input-media-tray-feed-error input-media-tray-jam input-pick-roller-failure
  input-pick-roller-life-over input-pick-roller-life-warn input-pick-roller-missing lamp-at-eol lamp-failure
  lamp-near-eol laser-at-eol laser-failure laser-near-eol marker-cleaner-missing marker-developer-missing
  marker-fuser-missing marker-ink-missing marker-opc-missing marker-print-ribbon-missing marker-supply-almost-empty
  marker-supply-missing marker-toner-missing marker-waste-ink-receptacle-missing marker-waste-missing
  marker-waste-toner-receptacle-missing material-empty material-low material-needed media-drying media-path-failure
  media-path-input-empty media-path-input-feed-error media-path-input-jam media-path-input-request media-path-jam
  media-path-output-feed-error media-path-output-full media-path-output-jam media-path-pick-roller-failure
  media-path-pick-roller-life-over media-path-pick-roller-life-warn media-path-pick-roller-missing motor-failure
  offline output-media-tray-failure output-media-tray-feed-error output-media-tray-jam perforator-jam
  platform-failure resuming scan-media-path-jam scanner-light-failure standby stapler-empty suspend testing
  wifi-not-configured`.split(/\s+/);

/** What nobody can say more of: "other" by name, and what a paper printer does not have. */
const SAYS_LITTLE = ['material-empty', 'material-low', 'material-needed', 'other', 'unknown'];

describe('every registered keyword', () => {
  it('is there to be checked', () => {
    expect(REGISTERED.length).toBeGreaterThan(600);
  });

  it('says something: none falls to the general sentence by being forgotten', () => {
    const little = [...REGISTERED, ...LATER].filter((name) => name !== 'none' && troubleOf(name) === 'other');
    expect([...new Set(little)].sort()).toEqual(SAYS_LITTLE);
  });

  it('keeps its meaning with each of its three endings', () => {
    for (const name of REGISTERED) {
      for (const ending of ['report', 'warning', 'error']) {
        const reason = parseReason(`${name}-${ending}`);
        expect(reason).toEqual({ keyword: name, trouble: troubleOf(name), severity: ending, raw: `${name}-${ending}` });
      }
    }
  });

  it('is never called harmless when it ends in error, but for scanners and news', () => {
    const harmless = REGISTERED.map((name) => parseReason(`${name}-error`)).filter(
      (reason) => effectOf(reason) === 'none',
    );
    expect([...new Set(harmless.map(({ trouble }) => trouble))].sort()).toEqual(['connecting', 'news']);
  });
});

describe('parseReason', () => {
  it('takes the ending off any keyword and keeps the raw value', () => {
    fc.assert(
      fc.property(keyword, severity, (name, level) => {
        expect(parseReason(`${name}-${level}`)).toMatchObject({
          keyword: name,
          severity: level,
          raw: `${name}-${level}`,
        });
      }),
    );
  });

  it('survives anything at all', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const reason = parseReason(raw);
        expect(reason.raw).toBe(raw);
        expect(raw.startsWith(reason.keyword)).toBe(true);
        expect(TROUBLES).toContain(reason.trouble);
      }),
    );
  });

  it.each([
    ['media-empty', 'media-empty', 'error'],
    ['connecting-to-device', 'connecting-to-device', 'report'],
    ['cups-waiting-for-job-completed', 'cups-waiting-for-job-completed', 'report'],
    ['cups-ipp-missing-job-history', 'cups-ipp-missing-job-history', 'report'],
    ['stapler-unrecoverable-storage-error', 'stapler-unrecoverable-storage-error', 'error'],
    ['-error', '-error', 'error'],
  ])('reads %s, which has no ending', (raw, name, level) => {
    expect(parseReason(raw)).toMatchObject({ keyword: name, severity: level, raw });
  });
});

describe('parseReasons', () => {
  it('tells first what stops the printer, and drops none', () => {
    const reasons = parseReasons(['none', 'toner-low-error', 'paused', 'media-jam-warning', 'cover-open-report', '']);
    expect(reasons.map(({ keyword: name }) => name)).toEqual(['media-jam', 'cover-open', 'paused', 'toner-low']);
  });
});

describe('effectOf', () => {
  it.each([
    ['media-empty-error', 'stops'],
    ['media-empty-warning', 'stops'],
    ['media-empty-report', 'none'],
    ['media-needed-report', 'stops'],
    ['door-open-report', 'stops'],
    ['offline-report', 'stops'],
    ['paused', 'stops'],
    ['stapler-empty-warning', 'none'],
    ['stapler-jam-warning', 'stops'],
    ['marker-fuser-timing-failure-error', 'stops'],
    ['stacker-recoverable-failure-error', 'none'],
    ['x-brand-new-trouble-error', 'stops'],
    ['x-brand-new-trouble', 'stops'],
    ['x-brand-new-trouble-warning', 'none'],
    ['toner-low-warning', 'none'],
    ['toner-low-error', 'stops'],
    ['cups-waiting-for-job-completed', 'none'],
    ['cups-ipp-missing-job-history', 'none'],
    ['cups-ipp-conformance-failure-report', 'none'],
    ['scanner-light-failure-error', 'none'],
    ['hibernate', 'delays'],
    ['fuser-under-temp-warning', 'delays'],
    ['fuser-under-temp-error', 'stops'],
  ] as const)('%s: %s', (raw, effect) => {
    expect(effectOf(parseReason(raw))).toBe(effect);
  });
});
