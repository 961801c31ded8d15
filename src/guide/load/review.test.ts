import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../model';
import { formatProblem } from '../../basics/problem';
import { readContentFiles, versionOf as versionOfGuide, type ContentFiles } from './files';
import { makeGuide } from './index';
import { openReading } from './reading';
import { readReview } from './review';

const ID = 'insurance-and-prior-authorization-home-infusion';
const GUIDE = `guides/${ID}`;
const REVIEW = `${GUIDE}/en/review.toml`;
const GOOD = readContentFiles(resolve('content')).files;

function signed(hash: string, { reviewer = 'A. Nurse', role = 'RN', date = '2026-12-01' } = {}): ContentFiles {
  const lines = Object.entries({ reviewer, role, date, hash }).map(([key, value]) => `${key} = "${value}"`);
  return new Map([...GOOD, [REVIEW, lines.join('\n')]]);
}
function with911(files: ContentFiles): ContentFiles {
  const file = `${GUIDE}/en/plan.toml`;
  const text = files.get(file) ?? '';
  expect(text).toContain('call 911');
  return new Map([...files, [file, text.replace('call 911', 'dial 911')]]);
}
const versionOf = (files: ContentFiles, language = 'en'): string => versionOfGuide(files, ID, language);
function approvalOf(files: ContentFiles): Guide['approval'] {
  const made = makeGuide(files, { language: 'en', today: '2026-12-02' });
  if (!made.ok) throw new Error(made.error.map(formatProblem).join('\n'));
  return made.value.guide.approval;
}
const stateOf = (files: ContentFiles) => readReview(openReading(files, ID, { language: 'en', today: '2026-12-02' }));

describe('a hospital signs the content that it has read', () => {
  it('the repository is signed by nobody', () => {
    expect(approvalOf(GOOD)).toBeNull();
    expect(stateOf(GOOD)).toEqual({ state: 'open' });
  });

  it('the version that content:check prints is the one to write down: the sign-off does not change it', () => {
    const version = versionOf(GOOD);
    const files = signed(version);
    expect(versionOf(files)).toBe(version);
    expect(approvalOf(files)).toEqual({ reviewer: 'A. Nurse', role: 'RN', date: '2026-12-01' });
  });

  it('one changed sentence makes the approval stale', () => {
    const files = with911(signed(versionOf(GOOD)));
    expect(approvalOf(files)).toBeNull();
    expect(stateOf(files)).toMatchObject({ state: 'stale', reviewer: 'A. Nurse' });
    expect(approvalOf(signed(versionOf(files), {}))).toBeNull();
    expect(approvalOf(with911(signed(versionOf(files))))).not.toBeNull();
  });

  it.each([
    ['no hash', signed(''), '"hash" is empty'],
    ['a wrong hash', signed('00000000'), 'version 00000000'],
    ['no reviewer', signed(versionOf(GOOD), { reviewer: '' }), '"reviewer" is empty'],
    ['no role', signed(versionOf(GOOD), { role: '' }), '"role" is empty'],
    ['no date', signed(versionOf(GOOD), { date: '' }), '"date" is empty'],
  ])('%s is no approval, and is said', (_, files, says) => {
    expect(approvalOf(files)).toBeNull();
    const review = stateOf(files);
    expect(review?.state === 'stale' ? review.cause : '').toContain(says);
  });
});
