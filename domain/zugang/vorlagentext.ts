/** Phrases that say only "the list is fulfilled"; alone they are no professional judgement (V-06). */
const BAUSTEINE = [
  'kriterien erfüllt',
  'kriterium a erfüllt',
  'kriterium b erfüllt',
  'die kriterien sind erfüllt',
  'zugangskriterien liegen vor',
  'voraussetzungen liegen vor',
  'siehe profiling',
  'siehe vormerkung',
  'siehe oben',
  'bfm notwendig',
  'bfm erforderlich',
  's.o.',
];

function normiert(text: string): string {
  return text
    .toLocaleLowerCase('de')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

/** True when nothing is left of a text once the usual phrases are taken away, or when it only repeats itself. */
export function istNurVorlage(text: string): boolean {
  let rest = normiert(text);
  for (const baustein of [...BAUSTEINE].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(baustein, ' ');
  const worte = new Set(rest.match(/\p{L}{2,}/gu) ?? []);
  return worte.size < 3;
}
