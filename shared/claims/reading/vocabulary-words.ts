/** Which words stand for which term. Patterns hold no groups; earlier entries win where two fit. */
import type { Quantity } from '../../model/claims.ts';
import type { claimActs, groups, modalities } from '../../model/vocabulary.ts';

type Qualifier = Quantity['qualifier'];

/** Words before a number. */
export const qualifierWords: readonly [pattern: string, qualifier: Qualifier][] = [
  ['no (?:more|greater) than|at most|up to|as many as|a maximum of', 'up to'],
  ['no (?:fewer|less) than|not (?:fewer|less) than|at least|a minimum of', 'at least'],
  ['more than|over|upwards? of|in excess of|above', 'more than'],
  ['(?:just )?under|fewer than|less than|below', 'less than'],
  ['nearly|almost|close to', 'nearly'],
  ['about|around|approximately|roughly|some|an estimated|estimated|circa', 'about'],
  ['exactly|precisely|a total of', 'exactly'],
];

/** Words that stand for a number. */
export const vagueWords: readonly [pattern: string, qualifier: Qualifier][] = [
  ['dozens(?: of)?', 'dozens'],
  ['hundreds(?: of)?', 'hundreds'],
  ['(?:tens of )?thousands(?: of)?', 'thousands'],
  ['several', 'several'],
  ['(?:many|scores of)', 'many'],
  ['an unknown number of', 'unknown'],
];

/** Nouns that are counted, and the unit each is; a noun that is its own unit stands for itself. */
export const unitWords: readonly [pattern: string, unit: string][] = [
  ['relatives and neighbou?rs', 'relatives and neighbours'],
  ['women and children', 'women and children'],
  ['mass graves?', 'mass graves'],
  ['bod(?:y|ies)|corpses?', 'bodies'],
  ['famil(?:y|ies)|households?', 'families'],
  ['civilians?', 'civilians'],
  ['child(?:ren)?', 'children'],
  ['wom[ae]n', 'women'],
  ['men', 'men'],
  ['combatants?', 'combatants'],
  ['(?:air ?|drone )?strikes?', 'strikes'],
  ['buildings?', 'buildings'],
  ['vehicles?', 'vehicles'],
  ['pages?', 'pages'],
  ['people|persons?|individuals?', 'people'],
  ['deaths?|fatalities', 'people'],
  ['fighters?', 'fighters'],
  ['graves?', 'graves'],
  ['relatives?', 'relatives'],
  ['neighbou?rs?', 'neighbours'],
  ['houses?|homes?', 'houses'],
  ['journalists?', 'journalists'],
  ['detainees?|prisoners?', 'detainees'],
  ['victims?', 'victims'],
];
export const durationWords: readonly [pattern: string, unit: string][] = [
  ['months?', 'months'],
  ['years?', 'years'],
  ['weeks?', 'weeks'],
  ['days?', 'days'],
  ['hours?', 'hours'],
];

export const groupWords: readonly [pattern: string, group: (typeof groups)[number]][] = [
  ['wom[ae]n', 'women'],
  ['child(?:ren)?', 'children'],
  ['men', 'men'],
  ['(?:the )?elderly|older people', 'older people'],
  ['civilians?', 'civilians'],
  ['combatants?|fighters?', 'combatants'],
  ['health workers?|medics?|doctors?', 'health workers'],
  ['journalists?', 'journalists'],
  ['human rights defenders?', 'human rights defenders'],
  ['detainees?|prisoners?', 'detainees'],
  ['unidentified', 'unidentified'],
];

/** Recovered is not killed: words for digging up are an act of their own. */
export const actWords: readonly [pattern: string, act: (typeof claimActs)[number] | 'lost'][] = [
  ['exhum(?:ed|ing|ations?)|unearthed|dug up|(?:recovered|retrieved)', 'exhumed'],
  ['kill(?:ed|ing|s)?|died|dead|deaths?|fatalities|lost their lives', 'killed'],
  ['injur(?:ed|ing|ies)|wounded', 'injured'],
  ['missing|disappeared', 'missing'],
  ['buried', 'buried'],
  ['detained|arrested|imprisoned', 'detained'],
  ['released|freed', 'released'],
  ['tortured', 'tortured'],
  ['displaced|fled', 'displaced'],
  ['evacuated', 'evacuated'],
  ['shelled|shelling', 'shelled'],
  ['destroyed|demolished|razed|levelled', 'destroyed'],
  ['damaged', 'damaged'],
  ['looted', 'looted'],
  ['lost', 'lost'],
  ['struck|bombed|(?:air ?)?strikes?', 'struck'],
  ['agreed|agreement', 'agreed'],
  ['investigated|investigation', 'investigated'],
  ['published', 'published'],
  ['admitted', 'admitted'],
  ['denied', 'denied'],
];

export const modalityWords: readonly [pattern: string, modality: (typeof modalities)[number]][] = [
  ['admit(?:s|ted|ting)?|acknowledg(?:ed|es|ing)|conced(?:ed|es|ing)|accepted responsibility', 'admits'],
  ['den(?:ied|ies|ying)|rejected|dismissed|non-credible', 'denies'],
  ['retract(?:ed|s)|withdrew|withdrawn', 'retracts'],
  ['questioned|cast doubt|disputed', 'questions'],
  ['predict(?:ed|s)|expect(?:ed|s) to|fear(?:ed|s) that', 'predicts'],
];

/** A pattern of any of the words, with no group. */
export function anyOf(words: readonly (readonly [pattern: string, term: string])[]): string {
  return `(?:${words.map(([pattern]) => pattern).join('|')})`;
}

/** The term that `text` as a whole stands for. */
export function termOf<Term extends string>(words: readonly (readonly [pattern: string, term: Term])[], text: string): Term | null {
  return words.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(text.trim()))?.[1] ?? null;
}
