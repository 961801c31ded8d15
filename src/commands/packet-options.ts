/** The command line of `npm run packet` (docs/packet.md). */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { badInput } from './terminal';

const USAGE =
  'npm run packet -- --answers FILE.json --out FILE.pdf [--plan FILE.json] [--language en] [--large-print] ' +
  '[--paper letter|a4] [--site FILE.toml] [--documents D08,D12 | --all]';

/** Which pages: those that are ticked for the person, the named ones, or every page of the guide. */
export type WantedPages =
  | { readonly kind: 'ticked' }
  | { readonly kind: 'named'; readonly documents: readonly string[] }
  | { readonly kind: 'all' };

export interface PacketOptions {
  /** File names, as given. */
  readonly answers: string;
  readonly out: string;
  readonly plan: string | null;
  readonly site: string | null;
  /** Two lowercase letters. */
  readonly language: string;
  readonly largePrint: boolean;
  /** Null: the paper of the settings. */
  readonly paper: 'letter' | 'a4' | null;
  readonly pages: WantedPages;
}

/** @throws Refusal with the option that is wrong and how to fix it */
export function readPacketOptions(args: readonly string[]): PacketOptions {
  const values = parse(args);
  const { answers, out, plan, language, paper, site } = values;
  if (answers === undefined) throw badInput('--answers is missing', `write it like: ${USAGE}`);
  if (out === undefined) throw badInput('--out is missing', `write it like: ${USAGE}`);
  if (paper !== undefined && paper !== 'letter' && paper !== 'a4') {
    throw badInput(`--paper ${paper}`, 'use letter or a4');
  }
  if (plan !== undefined && resolve(plan) === resolve(out)) throw badInput('--plan', 'name another file than --out');
  if (!/^[a-z]{2}$/.test(language)) throw badInput(`--language ${language}`, 'use two lowercase letters, like en');
  return {
    answers,
    out,
    plan: plan ?? null,
    site: site ?? null,
    language,
    largePrint: values['large-print'],
    paper: paper ?? null,
    pages: wantedPages(values.documents, values.all),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args,
      options: {
        answers: { type: 'string' },
        out: { type: 'string' },
        plan: { type: 'string' },
        language: { type: 'string', default: 'en' },
        'large-print': { type: 'boolean', default: false },
        paper: { type: 'string' },
        site: { type: 'string' },
        documents: { type: 'string' },
        all: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('. ')[0] : '';
    throw badInput(`the command line (${cause})`, `write it like: ${USAGE}`);
  }
}

function wantedPages(named: string | undefined, all: boolean): WantedPages {
  if (named === undefined) return all ? { kind: 'all' } : { kind: 'ticked' };
  if (all) throw badInput('--documents and --all', 'use one of them');
  const documents = named
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (documents.length === 0) throw badInput('--documents names nothing', 'write ids with commas, like D08,D12');
  return { kind: 'named', documents };
}
