import type { RichText, Run, Text, Voice } from './model';

const SLOT = /\{([^{}|]*)(?:\|([^{}]*))?\}/g;

export type Parameters = Readonly<Record<string, string | number>>;

/**
 * Fills a text: `{me|other}` by voice, `{name}` by parameter.
 * A parameter that was not given is a bug in the caller and throws.
 */
export function say(text: Text, voice: Voice, parameters: Parameters = {}): string {
  return text.replace(SLOT, (slot: string, first: string, second: string | undefined) => {
    if (second !== undefined) return voice === 'me' ? first : second;
    const value = parameters[first];
    if (value === undefined) throw new Error(`text "${text}" needs the parameter ${slot}`);
    return String(value);
  });
}

/** The same for text with paragraphs and lists. */
export function sayRich(rich: RichText, voice: Voice, parameters: Parameters = {}): RichText {
  const formatRun = (run: Run): Run => ({ ...run, text: say(run.text, voice, parameters) });
  return rich.map((block) =>
    block.kind === 'paragraph'
      ? { kind: 'paragraph', runs: block.runs.map(formatRun) }
      : { kind: 'list', items: block.items.map((item) => item.map(formatRun)) },
  );
}

/** The bare words of a rich text, one line per paragraph or list item. For speech, and to compare with paper. */
export function plainLines(rich: RichText): readonly string[] {
  const join = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');
  return rich.flatMap((block) => (block.kind === 'paragraph' ? [join(block.runs)] : block.items.map(join)));
}

/** A web address or path, split where a line may break: after a slash or before a dot, never in a word. */
export function addressParts(address: string): readonly string[] {
  return address.split(/(?<=\/)|(?=\.\w)/);
}
