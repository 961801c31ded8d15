import { describe, expect, it } from 'vitest';
import type { ClocksView } from '../plan/model';
import { composePacket, type PacketRequest } from './compose';
import { documentRule, guide, planned, view } from '../../tests/support/worst-case';

const SETTINGS: PacketRequest['settings'] = {
  paper: 'letter',
  siteName: 'Riverside General Hospital',
  unitPhone: null,
  guidesAddress: null,
};

/** The text of a page that holds nothing but the times; tags become bars. */
async function pageWith(clocks: ClocksView): Promise<string> {
  const documents = [documentRule('X1', 'A page', 'What it is for.', [{ kind: 'clocks' }])];
  const html = await composePacket({
    guide: { ...guide, documents, order: ['X1'] },
    planned: { ...planned, view: { ...view, clocks } },
    documents: ['X1'],
    settings: SETTINGS,
    fontCss: '',
  });
  return html.slice(html.indexOf('<body>')).replaceAll(/<[^>]+>/g, '|');
}

describe('how long the plan may take, on paper', () => {
  it('is one paragraph for one plan', async () => {
    const page = await pageWith({ intro: 'The longest:', lines: [{ plan: 'A plan from a job', text: '15 days.' }] });
    expect(page).toContain('|The longest: 15 days.|');
  });
  it('is a line for each of several plans, under its name', async () => {
    const page = await pageWith({
      intro: 'The longest:',
      lines: [
        { plan: 'A plan from a job', text: '15 days.' },
        { plan: 'TRICARE', text: 'Ask the plan.' },
      ],
    });
    expect(page).toMatch(/The longest:\|+A plan from a job: \|15 days\.\|+TRICARE: \|Ask the plan\.\|/);
  });
  it('is "ask" alone where nothing is confirmed, and nothing with no plan', async () => {
    expect(await pageWith({ intro: null, lines: [{ plan: null, text: 'Ask the plan.' }] })).toContain(
      '|Ask the plan.|',
    );
    expect(await pageWith({ intro: null, lines: [] })).not.toContain('Ask the plan.');
  });
  it('sends to the case manager for a contact with neither phone nor address', async () => {
    const documents = [documentRule('X1', 'A page', 'What it is for.', [{ kind: 'complaint' }])];
    const bare = { phone: null, tty: null, web: null, freshness: 'Ask your case manager for the number.' };
    const contacts = [{ id: 'va', name: 'Veterans Affairs', about: 'About.', ...bare }];
    const html = await composePacket({
      guide: { ...guide, documents, order: ['X1'] },
      planned: {
        ...planned,
        view: { ...view, contacts, complaints: [{ id: 'va', text: 'Ask.', contacts: ['va'], because: [] }] },
      },
      documents: ['X1'],
      settings: SETTINGS,
      fontCss: '',
    });
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain('Veterans Affairs: Ask your case manager for the number.');
  });
});
