/** Mutants of this guide that make the same plan for everybody, and why: no check can tell them from the whole guide. */
export const SAME_PLAN: readonly { readonly kind: string; readonly what: RegExp; readonly why: string }[] = [
  {
    kind: 'message',
    what: /: stage left out$/,
    why: 'every other stage has been taken by a rule before it',
  },
  {
    kind: 'message',
    what: /^(second-employer|hearing-tricare|network-va): level left out$/,
    why: 'the other answers to "how many times" have been taken by rules before it',
  },
  {
    kind: 'step',
    what: /: stage left out$/,
    why: 'the other stages have been taken by rules before it',
  },
  {
    kind: 'step',
    what: /^denied-second-2: level left out$|: flag level-one left out$|^complain-bought: ladder left out$/,
    why: 'the other answers have been taken by rules before it',
  },
  {
    kind: 'piece of an overlay',
    what: /: flag appeal left out$/,
    why: 'there is a ladder, or a next step on it, only after a no',
  },
  { kind: 'flag', what: /^both-reviews: flag appeal left out$/, why: 'there is a ladder only after a no' },
  { kind: 'flag', what: /^fast: /, why: 'the question is not asked when the plan said yes, or without insurance' },
  { kind: 'flag', what: /^declined-money: no flag/, why: 'outcomes for people with no insurance stand before it' },
  {
    kind: 'flag',
    what: /^has-ladder: ladder without/,
    why: 'of two ladders of one insurance the other is still there',
  },
  { kind: 'flag', what: /^many-plans: /, why: 'it chooses words on a page, not what a plan holds' },
  {
    kind: 'help outcome',
    what: /^F2\/commercial: flag commercial left out$/,
    why: 'people without such a plan have been taken by the outcome before it',
  },
  {
    kind: 'page',
    what: /^D(22|23|24[abc]): after|^D(19: after D22|24c: after D21)$/,
    why: 'pages for staff are in no plan',
  },
  {
    kind: 'page',
    what: /^D(07: after D05|04: after D12)$/,
    why: 'nobody gets both pages',
  },
  { kind: 'page', what: /^D(16|18|20): after/, why: 'the design gives these pages no order' },
  {
    kind: 'packet row',
    what: / must D\d\d: after row /,
    why: 'the order of must pages shows only where they do not all fit',
  },
  { kind: 'packet row', what: /^row [56]: stage left out$/, why: 'the other stages have been taken by rows before it' },
  {
    kind: 'packet row',
    what: /^row 1 fill .*D11|^row 2 fill without D11$/,
    why: 'pages before it have filled the packet',
  },
  {
    kind: 'packet row',
    what: /^row 3 fill (without )?D(02|15)|^row 6 fill (without )?D(02|11)/,
    why: 'a treatment page and the pages before it have filled the packet',
  },
  { kind: 'packet row', what: /^budget 9$/, why: 'the must pages of no stage are more than 8 together' },
  { kind: 'packet row', what: /^row 5 fill (without )?D(13[abcd]|02)/, why: 'D07 and D12 have filled the packet' },
];
