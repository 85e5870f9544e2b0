import type { Phrase } from './phrase.ts';

/** Written after the second were mended: 18 of 25 were right at first. Those that cannot be read by a rule are among the misses. */
export const freshThird: readonly Phrase[] = [
  ['Forensic workers lifted another 14 sets of remains from the farmland on Monday, bringing the total to 553.', { when: '2018-11-12' }],
  [
    'Witnesses described how soldiers separated about 70 men and boys from their families and led them away.',
    { figures: ['about 70 men'] },
  ],
  [
    'Between 1,800 and 2,100 people were killed by shelling in the district in 2016, according to Amnesty International.',
    { act: 'killed', figures: ['between 1,800 and 2,100 people'], when: '2016', speaker: 'Amnesty International' },
  ],
  [
    'An air strike on 6 August destroyed the only bridge and left 11 people injured.',
    { act: 'injured', figures: ['11 people'], when: '2018-08-06' },
  ],
  [
    'The governor admitted on state television last week that dozens of detainees had died in his prisons.',
    { act: 'killed', modality: 'admits', figures: ['dozens of detainees'], saidAt: '2018-11-05/2018-11-11' },
  ],
  [
    'Since mid-2015 the cemetery has taken in more than 4,000 bodies, most of them unidentified.',
    { figures: ['more than 4,000 bodies'], who: ['most unidentified'], when: '2015-05~/..' },
  ],
  [
    'Nine journalists and two drivers were kidnapped on the highway in November 2012; four are still missing.',
    { act: 'detained', figures: ['9 journalists', '4 people'], when: '2012-11' },
  ],
  ['The inquiry questioned whether all 24 victims had been fighters.', { modality: 'questions', figures: ['24 victims'] }],
  [
    'As many as one hundred houses burned down overnight on 30 and 31 October.',
    { act: 'destroyed', figures: ['up to 100 houses'], when: '{2018-10-30,2018-10-31}' },
  ],
  ['Only 6 of 41 families have been told where their relatives are buried.', { act: 'buried', figures: ['41 families'] }],
  ['The airline evacuated 180 foreign nationals yesterday.', { act: 'evacuated', when: '2018-11-13' }],
  [
    'A report released in early October counted 213 attacks on hospitals over the past three years.',
    { figures: ['213 attacks'], when: '2015~/2018-11-14', saidAt: '2018-10-01~/2018-10-10~' },
  ],
  [
    'at least 60 women and children were held hostage for eleven months',
    { act: 'detained', figures: ['at least 60 women and children', '11 months'] },
  ],
  ['رفع خبراء الطب الشرعي 14 جثة أخرى يوم الاثنين ليصل العدد الإجمالي إلى 553', { figures: ['14 bodies'], when: '2018-11-12' }],
  ['اقتاد جنود نحو سبعين رجلاً إلى جهة مجهولة', { figures: ['about 70 men'] }],
  [
    'وبحسب منظمة العفو الدولية قتل القصف ما بين 1800 و2100 شخص في عام 2016',
    { act: 'killed', figures: ['between 1,800 and 2,100 people'], when: '2016', speaker: 'Amnesty International' },
  ],
  [
    'أقر المحافظ الأسبوع الماضي بوفاة عشرات المعتقلين في السجون',
    { act: 'killed', modality: 'admits', figures: ['dozens of detainees'], saidAt: '2018-11-05/2018-11-11' },
  ],
  ['استقبلت المقبرة منذ منتصف عام 2015 أكثر من أربعة آلاف جثة', { figures: ['more than 4,000 bodies'], when: '2015-05~/..' }],
  ['خطف تسعة صحفيين على الطريق السريع في تشرين الثاني 2012', { act: 'detained', figures: ['9 journalists'], when: '2012-11' }],
  ['احتجزت الجماعة ستين امرأة وطفلاً مدة أحد عشر شهراً', { act: 'detained', figures: ['60 women and children', '11 months'] }],
  ['غارة استهدفت الجسر في السادس من آب وأدت إلى إصابة 11 شخصاً', { act: 'injured', figures: ['11 people'], when: '2018-08-06' }],
  ['سجل التقرير 213 هجوماً على المستشفيات خلال السنوات الثلاث الماضية', { figures: ['213 attacks'], when: '2015~/2018-11-14' }],
  ['أجلت السلطات 180 مواطناً أجنبياً أمس', { act: 'evacuated', figures: ['180 people'], when: '2018-11-13' }],
  ['شكك محققون في أن يكون الضحايا الـ24 مقاتلين', { modality: 'questions', figures: ['24 victims'] }],
];
