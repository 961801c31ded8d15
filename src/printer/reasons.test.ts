import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf, parseReason, parseReasons, stoppingReasons } from './reasons';

const keyword = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/).filter((text) => !/-(report|warning|error)$/.test(text));
const severity = fc.constantFrom('report', 'warning', 'error');

describe('parseReason', () => {
  it('takes the ending off any keyword and keeps the raw value', () => {
    fc.assert(
      fc.property(keyword, severity, (name, level) => {
        expect(parseReason(`${name}-${level}`)).toEqual({
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
      }),
    );
  });

  it.each([
    ['media-empty', 'media-empty', 'error'],
    ['connecting-to-device', 'connecting-to-device', 'report'],
    ['cups-waiting-for-job-completed', 'cups-waiting-for-job-completed', 'report'],
    ['cups-ipp-missing-job-history', 'cups-ipp-missing-job-history', 'report'],
    ['-error', '-error', 'error'],
  ])('reads %s, which has no ending', (raw, name, level) => {
    expect(parseReason(raw)).toEqual({ keyword: name, severity: level, raw });
  });
});

describe('parseReasons', () => {
  it('puts the most severe first and drops none', () => {
    const reasons = parseReasons(['none', 'toner-low-report', 'media-jam-error', 'media-low-warning', '']);
    expect(reasons.map(({ keyword: name }) => name)).toEqual(['media-jam', 'media-low', 'toner-low']);
  });
});

describe('effectOf', () => {
  it.each([
    ['media-empty-warning', 'stops'],
    ['media-empty-report', 'stops'],
    ['paused', 'stops'],
    ['x-brand-new-trouble-error', 'stops'],
    ['x-brand-new-trouble', 'stops'],
    ['x-brand-new-trouble-warning', 'none'],
    ['toner-low-warning', 'none'],
    ['cups-waiting-for-job-completed', 'none'],
    ['cups-ipp-missing-job-history', 'none'],
    ['cups-ipp-conformance-failure-report', 'none'],
    ['hibernate', 'delays'],
    ['fuser-under-temp-warning', 'delays'],
  ] as const)('%s: %s', (raw, effect) => {
    expect(effectOf(parseReason(raw))).toBe(effect);
  });

  it('is what stoppingReasons keeps', () => {
    const reasons = parseReasons(['toner-low-warning', 'cover-open-error', 'standby-report']);
    expect(stoppingReasons(reasons).map(({ keyword: name }) => name)).toEqual(['cover-open']);
  });
});
