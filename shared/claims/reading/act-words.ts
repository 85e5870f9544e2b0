/** Words for what happened. Recovered is not killed: words for digging up are an act of their own. */
import { lexicon } from './lexicon.ts';

export const actWords = lexicon<string>(
  ['exhumed|exhuming|exhumation|exhumations|unearthed|dug up|pulled from|pulled out|disinterred', 'exhumed'],
  ['انتشال|انتشلت|انتشل|انتشلوا|استخراج|استخرجت|استخرج|استخرجوا|نبش|نبشت|تنتشل|تستخرج|انتشالها', 'exhumed'],
  [
    'killed|killing|kill|kills|died|dead|death|deaths|die|fatality|fatalities|lost their lives|lost his life|lost her life|slain|massacred|executed|shot dead|gunned down|murdered|beheaded|perished|slaughtered|claimed the lives|hanged|stabbed to death|beaten to death',
    'killed',
  ],
  [
    'قتل|قتلت|قتلوا|قتلا|مقتل|قتيل|قتيلا|قتيلة|قتلى|قتيلان|قتيلين|يقتل|تقتل|مصرع|لقي حتفه|لقوا حتفهم|لقي|حتفهم|حتفه|نحبه|نحبهم|نحبها|قضوا|استشهاد|استشهد|استشهدت|شهيد|شهيدا|شهداء|شهيدان|شهيدين|بحياة|اغتيل|اغتيال|اغتيلت|حتفها|تصفية|ذبح|أعدموا|أعدم|إعدام|أعدمت|وفاة|توفي',
    'killed',
  ],
  ['injured|injuring|injury|injuries|wounded|wounding|hurt|maimed|burned|injures|wounds', 'injured'],
  ['أصيب|أصيبت|أصيبوا|إصابة|إصابات|جرح|جرحت|جريح|جريحا|جرحى|جريحان|جريحين|مصاب|مصابا|مصابين|مصابون|مصابان', 'injured'],
  [
    'missing|disappeared|disappearance|disappearances|gone missing|forcibly disappeared|disappear|اختفوا قسريا|الاختفاء القسري|unaccounted for',
    'missing',
  ],
  ['فقد|فقدوا|فقدان|مفقود|مفقودا|مفقودين|مفقودون|في عداد المفقودين|مختف|مختفيا|مختفين|مختفون|اختفى|اختفاء|اختفوا|المختفين', 'missing'],
  ['buried|bury|burying|reburied|buries|burial|laid to rest|interred|دفن|دفنت|دفنوا|مدفونة|مدفونين', 'buried'],
  [
    'detained|detaining|arrested|arresting|imprisoned|rounded up|abducted|kidnapped|held hostage|taken hostage|held captive|خطف|خطفت|خطفوا|رهائن|seized and held|jailed|arrest|arrests|detention|detentions|imprisonment|in custody|اعتقل|اعتقلت|اعتقلوا|اعتقال|احتجز|احتجزت|احتجاز|توقيف|أوقفت|اختطف|اختطاف',
    'detained',
  ],
  ['released|freed|let go|أفرجت|أفرجوا|يفرج|أطلقوا سراح|أفرج|إفراج|الإفراج|أطلق سراح|إطلاق سراح|أطلقت سراح', 'released'],
  ['tortured|torture|تعذيب|عذب|عذبوا|تعرضوا للتعذيب', 'tortured'],
  [
    'displaced|displacing|fled|fleeing|flee|expelled|evicted|uprooted families|طرد|طردت|ترحيل|هجروا|فروا|فر|uprooted from their homes|forced to leave|forced from their homes|forced to flee|left homeless|driven from|نزح|نزحت|نزحوا|نزوح|نازح|نازحا|نازحة|نازحين|نازحون|تهجير|هجر|هجرت|شرد|تشريد|نزحتا',
    'displaced',
  ],
  ['evacuated|evacuate|evacuation|إجلاء|أجلي|أجلت|إخلاء', 'evacuated'],
  ['shelled|shelling|قصف|قصفت|قصفوا|قصفا|القصف', 'shelled'],
  [
    'struck|bombed|bombing|bombarded|bombardment|pounded|strike|strikes|air strike|air strikes|airstrike|airstrikes|air-strike|air-strikes|air raid|air raids|غارة|غارات|غارتان|غارتين|ضربة جوية|ضربات جوية|targeted|targeting|استهدف|استهدفت|استهداف',
    'struck',
  ],
  [
    'destroyed|destroying|demolished|demolishing|razed|levelled|leveled|flattened|bulldozed|burned down|burnt down|wrecked|gutted|reduced to rubble|wiped out|أحرق|أحرقت|حرق|جرف|جرفت|تجريف|سوي بالأرض|دمر|دمرت|تدمير|هدم|هدمت|تدمر|دمروا',
    'destroyed',
  ],
  ['damaged|تضرر|تضررت|أضرار|ألحق أضرارا', 'damaged'],
  ['looted|looting|ransacked|plundered|pillaged|نهب|نهبت|نهبوا|سرق', 'looted'],
  ['lost|فقدت|خسرت', 'lost'],
  ['agreed|agreement|agree|deal|accord|truce|هدنة|اتفق|اتفقا|اتفاق|وافق|وافقت', 'agreed'],
  ['investigated|investigation|investigating|تحقيق|حقق|التحقيق', 'investigated'],
  ['published|نشر|نشرت', 'published'],
  ['admitted|admits|acknowledged|conceded|أقر|أقرت|اعترف|اعترفت|اعتراف', 'admitted'],
  ['denied|denies|نفى|نفت|أنكر|أنكرت|نفي', 'denied'],
);

/** Dug up only where the dead are spoken of: people recover too, and so does a city. */
export const recoveredWords = lexicon<string>(['recovered|recovering|retrieved|retrieving|recovery|dig|dug|digging|pulled', 'exhumed']);
export const remainsWords = lexicon<true>([
  'body|bodies|corpse|corpses|remains|the dead|victims|جثة|جثث|جثامين|جثمان|رفات|جثتان|جثتين',
  true,
]);

/** What the strike did counts before the strike; what was said of it counts last. */
export function actRank(act: string): number {
  if (['admitted', 'denied', 'published', 'investigated', 'agreed'].includes(act)) return 2;
  return act === 'struck' || act === 'shelled' ? 1 : 0;
}

/** After "12" these say that 12 people are meant, before it too. */
export const harmAfter = lexicon<true>([
  'dead|killed|injured|wounded|missing|in detention|in custody|unaccounted for|fled|perished|disappeared|freed|released|evacuated|lost their lives|detained|arrested|displaced|died|hurt|abducted|executed|buried',
  true,
]);
export const harmBefore = lexicon<true>(
  [
    'killed|killing|kills|injured|injuring|wounded|wounding|detained|detaining|arrested|arresting|displaced|displacing|abducted|executed',
    true,
  ],
  ['مقتل|قتل|قتلت|إصابة|أصيب|أصيبت|جرح|جرحت|استشهاد|استشهد|مصرع|اعتقال|اعتقل|اعتقلت|فقدان|فقد|نزوح|نزح|اختطاف|إعدام|وإصابة|وجرح', true],
);
