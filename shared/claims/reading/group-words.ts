import { lexicon, wordSet } from './lexicon.ts';

/** Who the counted were. */
export const groupWords = lexicon<string>(
  ['woman|women|امرأة|نساء|سيدة|سيدات|نسوة', 'women'],
  ['child|children|boy|boys|girl|girls|infant|infants|baby|babies|طفل|طفلا|طفلة|أطفال|أطفالا|رضيع|رضيعا|رضع|قاصرين', 'children'],
  ['man|men|رجل|رجلا|رجال', 'men'],
  ['elderly|the elderly|older people|elderly people|كبار السن|كبار في السن|مسن|مسنا|مسنين|مسنون', 'older people'],
  ['civilian|civilians|مدني|مدنيا|مدنيين|مدنيون', 'civilians'],
  ['combatant|combatants|fighter|fighters|مقاتل|مقاتلا|مقاتلين|مقاتلون|مسلحين|مسلحا|مسلحون', 'combatants'],
  [
    'health worker|health workers|medic|medics|doctor|doctors|nurse|nurses|paramedic|paramedics|طبيب|طبيبا|أطباء|مسعف|مسعفا|مسعفين|ممرضين|عاملين صحيين',
    'health workers',
  ],
  ['journalist|journalists|reporter|reporters|صحفي|صحفيا|صحفيين|صحفيون|صحافي|صحافيا|صحافيين|صحافيون', 'journalists'],
  ['human rights defender|human rights defenders|rights defenders|مدافعين عن حقوق الإنسان', 'human rights defenders'],
  ['detainee|detainees|prisoner|prisoners|معتقل|معتقلا|معتقلين|معتقلون|محتجزين', 'detainees'],
  ['unidentified|unidentified people|مجهولي الهوية|مجهولو الهوية', 'unidentified'],
);
/** Two of them by the form of the noun. */
export const dualGroups = lexicon<string>(
  ['طفلان|طفلين|طفلتان|طفلتين', 'children'],
  ['امرأتان|امرأتين|سيدتان|سيدتين', 'women'],
  ['رجلان|رجلين', 'men'],
  ['صحفيان|صحافيان', 'journalists'],
  ['مسعفان', 'health workers'],
);

export const includingWords = lexicon<true>([
  'including|among them|among whom|among the dead|among those killed|of whom|of which|of them|included|بينهم|بينها|من بينهم|من بينها|ومن بينهم|من ضمنهم|ضمنهم|بمن فيهم|بما في ذلك|منهم|بينهن',
  true,
]);
/** After a share or a number: "of them", "of whom". */
export const ofThem = lexicon<true>([
  'of them|of whom|of which|of those|of these|of the dead|of the victims|of the bodies|of those killed|of|them|من|منهم|منها|من ال',
  true,
]);
export const beWords = wordSet('are is were was being have been كانوا هم كن كانت');
