/** What is counted. A noun for the killed or the wounded counts people and says the act as well (`act-words.ts`). */
import { lexicon, wordSet } from './lexicon.ts';

export type Unit = { unit: string; role: 'count' | 'duration'; said: boolean };
const count = (unit: string): Unit => ({ unit, role: 'count', said: true });
const duration = (unit: string): Unit => ({ unit, role: 'duration', said: true });
/** People who are named by what befell them alone. */
const befallen: Unit = { unit: 'people', role: 'count', said: false };

export const unitWords = lexicon<Unit>(
  [
    'relatives and neighbours|relatives and neighbors|أقارب وجيران|قريب وجار|الأقارب والجيران|أقاربها وجيرانها|أقاربهم وجيرانهم|أقاربه وجيرانه',
    count('relatives and neighbours'),
  ],
  ['women and children|نساء وأطفال|النساء والأطفال|امرأة وطفلا|امرأة وطفل', count('women and children')],
  ['mass grave|mass graves|مقبرة جماعية|مقابر جماعية|المقابر الجماعية|قبور جماعية', count('mass graves')],
  ['body|bodies|corpse|corpses|dead bodies|جثة|جثث|جثمان|جثمانا|جثامين|جثه', count('bodies')],
  ['family|families|household|households|عائلة|عائلات|عوائل|أسرة|أسر', count('families')],
  ['civilian|civilians|مدني|مدنيا|مدنيين|مدنيون|مدنية|مدنيات', count('civilians')],
  ['child|children|boy|boys|girl|girls|infant|infants|baby|babies|minor|minors', count('children')],
  ['طفل|طفلا|طفلة|أطفال|أطفالا|رضيع|رضيعا|رضع|قاصر|قاصرا|قاصرين|فتاة|فتيات|صبي|صبيا', count('children')],
  ['woman|women|امرأة|نساء|سيدة|سيدات|نسوة', count('women')],
  ['man|men|رجل|رجلا|رجال', count('men')],
  ['combatant|combatants|militant|militants|gunman|gunmen|insurgent|insurgents|rebel|rebels|مسلح|مسلحا|مسلحين|مسلحون', count('combatants')],
  ['fighter|fighters|مقاتل|مقاتلا|مقاتلين|مقاتلون|عنصر|عنصرا|عناصر', count('fighters')],
  ['soldier|soldiers|جندي|جنديا|جنود', count('soldiers')],
  [
    'strike|strikes|air strike|air strikes|airstrike|airstrikes|air-strike|air-strikes|drone strike|drone strikes|air raid|air raids',
    count('strikes'),
  ],
  ['غارة|غارات|غارة جوية|غارات جوية|ضربة|ضربات|ضربة جوية|ضربات جوية', count('strikes')],
  ['building|buildings|مبنى|مبان|مباني|بناء|أبنية|بناية|بنايات', count('buildings')],
  ['vehicle|vehicles|مركبة|مركبات|سيارة|سيارات|آلية|آليات', count('vehicles')],
  ['page|pages|صفحة|صفحات', count('pages')],
  [
    'people|person|persons|individual|individuals|villager|villagers|member|members|resident|residents|شخص|شخصا|أشخاص|فرد|فردا|أفراد|نسمة|مواطن|مواطنا|مواطنين|أهالي|سكان',
    count('people'),
  ],
  ['death|deaths|fatality|fatalities', befallen],
  [
    'قتيل|قتيلا|قتيلة|قتلى|شهيد|شهيدا|شهداء|جريح|جريحا|جرحى|مصاب|مصابا|مصابين|مصابون|مفقود|مفقودا|مفقودين|مفقودون|مختف|مختفيا|مختفين|نازح|نازحا|نازحين|نازحون',
    befallen,
  ],
  ['grave|graves|قبر|قبرا|قبور', count('graves')],
  ['relative|relatives|قريب|أقارب|أقربائها|أقاربه|أقاربها', count('relatives')],
  ['neighbour|neighbours|neighbor|neighbors|جيران', count('neighbours')],
  ['house|houses|home|homes|منزل|منزلا|منازل|بيت|بيتا|بيوت', count('houses')],
  ['school|schools|مدرسة|مدارس', count('schools')],
  ['hospital|hospitals|مستشفى|مستشفيات', count('hospitals')],
  ['village|villages|قرية|قرى', count('villages')],
  ['journalist|journalists|reporter|reporters|صحفي|صحفيا|صحفيين|صحفيون|صحافي|صحافيا|صحافيين|صحافيون', count('journalists')],
  [
    'detainee|detainees|prisoner|prisoners|معتقل|معتقلا|معتقلين|معتقلون|محتجز|محتجزا|محتجزين|سجين|سجينا|سجناء|أسير|أسيرا|أسرى',
    count('detainees'),
  ],
  ['victim|victims|ضحية|ضحايا', count('victims')],
  ['health worker|health workers|medic|medics|doctor|doctors|nurse|nurses|طبيب|طبيبا|أطباء|مسعف|مسعفا|مسعفين', count('health workers')],
  ['patient|patients|مريض|مريضا|مرضى', count('patients')],
  ['student|students|pupil|pupils|طالب|طالبا|طلاب|تلميذ|تلاميذ|تلميذا', count('students')],
  ['refugee|refugees|لاجئ|لاجئا|لاجئين|لاجئون', count('refugees')],
  ['worker|workers|عامل|عمال|عاملا', count('workers')],
  ['barrel bomb|barrel bombs|برميل متفجر|براميل متفجرة|برميلا متفجرا', count('barrel bombs')],
  ['bomb|bombs|قنبلة|قنابل', count('bombs')],
  ['missile|missiles|rocket|rockets|صاروخ|صاروخا|صواريخ', count('missiles')],
  ['shell|shells|mortar shells|قذيفة|قذائف', count('shells')],
  ['mosque|mosques|مسجد|مساجد|مسجدا|جامع', count('mosques')],
  ['shop|shops|متجر|متاجر|محل|محلا|محال', count('shops')],
  ['tent|tents|خيمة|خيام', count('tents')],
  ['bus|buses|حافلة|حافلات', count('buses')],
  ['photo|photos|photograph|photographs|صورة|صور', count('photographs')],
  ['video|videos|مقطع فيديو|مقاطع فيديو', count('videos')],
  ['attack|attacks|هجوم|هجوما|هجمات', count('attacks')],
  ['hour|hours|ساعة|ساعات', duration('hours')],
  ['day|days|يوم|يوما|أيام', duration('days')],
  ['week|weeks|أسبوع|أسبوعا|أسابيع', duration('weeks')],
  ['month|months|شهر|شهرا|أشهر|شهور', duration('months')],
  ['year|years|سنة|سنوات|عاما|أعوام', duration('years')],
);

/** Two of a thing by the form of its noun alone. Where the form is also the plural's, it is left out. */
export const dualWords = lexicon<Unit>(
  ['جثتان|جثتين', count('bodies')],
  ['عائلتان|عائلتين|أسرتان|أسرتين', count('families')],
  ['طفلان|طفلين|طفلتان|طفلتين|رضيعان|رضيعين', count('children')],
  ['امرأتان|امرأتين|سيدتان|سيدتين', count('women')],
  ['رجلان|رجلين', count('men')],
  ['شخصان|شخصين', count('people')],
  ['مدنيان', count('civilians')],
  ['قتيلان|قتيلين|شهيدان|شهيدين|جريحان|جريحين|مصابان', befallen],
  ['غارتان|غارتين|غارتان جويتان|غارتين جويتين|ضربتان|ضربتين', count('strikes')],
  ['مقبرتان جماعيتان|مقبرتين جماعيتين', count('mass graves')],
  ['منزلان|منزلين|بيتان', count('houses')],
  ['مبنيان|مبنيين', count('buildings')],
  ['مدرستان|مدرستين', count('schools')],
  ['مسجدان|مسجدين', count('mosques')],
  ['مستشفيان|مستشفيين', count('hospitals')],
  ['قريتان|قريتين', count('villages')],
  ['سيارتان|سيارتين', count('vehicles')],
  ['صاروخان|صاروخين', count('missiles')],
  ['قذيفتان|قذيفتين', count('shells')],
  ['جنديان', count('soldiers')],
  ['صحفيان|صحافيان', count('journalists')],
  ['ساعتان|ساعتين', duration('hours')],
  ['يومان|يومين', duration('days')],
  ['أسبوعان|أسبوعين', duration('weeks')],
  ['شهران|شهرين', duration('months')],
  ['سنتان|سنتين|عامان|عامين', duration('years')],
);

/** One person by the form of the noun alone. */
export const singularWords = lexicon<string>(
  ['civilian|مدني|مدنية', 'civilians'],
  ['woman|امرأة|سيدة', 'women'],
  ['man|رجل', 'men'],
  ['child|boy|girl|baby|infant|طفل|طفلة|رضيع|رضيعة|صبي|فتاة', 'children'],
  ['person|villager|resident|شخص|مواطن', 'people'],
  ['journalist|reporter|صحفي|صحافي|صحفية', 'journalists'],
  ['medic|doctor|nurse|paramedic|health worker|طبيب|مسعف|ممرض', 'health workers'],
  ['soldier|جندي', 'soldiers'],
  ['fighter|مقاتل', 'fighters'],
);

/** Between a number and what it counts none of these stands. */
export const neverBetween = wordSet(
  'of in on at and or the were was is are have has had who which that from to by with as for per percent cent not after before when during into under between against among including more than least old a an من في على الى عن الذي التي',
);
export const peopleUnsaid = befallen;

/** Units that are no people: what befell somebody is sooner said of other counts, and breakdowns are never theirs. */
export const things = new Set(
  'mass graves|graves|strikes|attacks|buildings|houses|vehicles|pages|schools|hospitals|villages|barrel bombs|bombs|missiles|shells|mosques|shops|tents|buses|photographs|videos'.split(
    '|',
  ),
);
