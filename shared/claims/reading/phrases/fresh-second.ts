import type { Phrase } from './phrase.ts';

/** Written after the first were mended: 15 of 25 were right at first. Those that cannot be read by a rule are among the misses. */
export const freshSecond: readonly Phrase[] = [
  [
    'Local council members counted 85 craters and 27 collapsed houses after the bombardment of 4 and 5 September.',
    { act: 'struck', figures: ['27 houses'], when: '{2018-09-04,2018-09-05}' },
  ],
  [
    'The rights group said it had documented the arbitrary arrest of at least 1,300 people, among them 24 women, since January.',
    { act: 'detained', figures: ['at least 1,300 people'], who: ['24 women'], when: '2018-01/..' },
  ],
  ['An estimated 10,000 displaced families are living in unfinished buildings.', { act: 'displaced', figures: ['about 10,000 families'] }],
  [
    'US-led Coalition aircraft struck a residential block in the early morning of 3 May 2017, killing an entire family of nine.',
    { act: 'killed', figures: ['9 people'], when: '2017-05-03' },
  ],
  ['A spokesman rejected the report as false and said no hospital had been hit.', { modality: 'denies' }],
  ['It was later established that at least 38 of the dead were civilians.', { act: 'killed', figures: ['at least 38 people'] }],
  ['Hundreds of mourners gathered on Friday to bury the 22 victims.', { act: 'buried', figures: ['22 victims'], when: '2018-11-09' }],
  [
    'The last convoy, carrying around 1,200 people, left Raqqa on the night of 14 October 2017.',
    { figures: ['about 1,200 people'], when: '2017-10-14', place: 'Raqqa' },
  ],
  [
    'Doctors Without Borders treated 49 people wounded by mines in the first week of the month.',
    { act: 'injured', figures: ['49 people'] },
  ],
  [
    'More than 700 unidentified bodies have been reburied outside the city since the beginning of the year.',
    { act: 'buried', figures: ['more than 700 bodies'], when: '2018-01~/..' },
  ],
  [
    'In a statement on 2 November, the Coalition conceded that nine civilians, not four, had died in the strike.',
    { act: 'killed', modality: 'admits', figures: ['9 civilians'], saidAt: '2018-11-02', speaker: 'the Coalition' },
  ],
  ['at least two children under the age of five were among the wounded', { act: 'injured', figures: ['at least 2 children'] }],
  [
    'Thousands remain in detention without trial more than three years after their arrest.',
    { act: 'detained', figures: ['thousands of people', 'more than 3 years'] },
  ],
  ['the bodies of a man, his wife and their six children', { figures: ['6 children'] }],
  [
    'وثقت المنظمة الاعتقال التعسفي لما لا يقل عن 1300 شخص منذ كانون الثاني',
    { act: 'detained', figures: ['at least 1,300 people'], when: '2018-01/..' },
  ],
  ['أودت الغارة بحياة أسرة كاملة من تسعة أفراد فجر الثالث من أيار 2017', { act: 'killed', figures: ['9 people'], when: '2017-05-03' }],
  ['شيع مئات الأهالي يوم الجمعة جثامين 22 ضحية', { figures: ['hundreds of people', '22 victims'], when: '2018-11-09' }],
  [
    'غادرت آخر قافلة الرقة ليل 14 تشرين الأول 2017 وعلى متنها نحو 1200 شخص',
    { figures: ['about 1,200 people'], when: '2017-10-14', place: 'Raqqa' },
  ],
  [
    'وأقر التحالف الدولي في بيان بأن تسعة مدنيين لا أربعة قتلوا في الغارة',
    { act: 'killed', modality: 'admits', figures: ['9 civilians'], speaker: 'the Coalition' },
  ],
  ['تعيش قرابة عشرة آلاف عائلة نازحة في أبنية غير مكتملة', { act: 'displaced', figures: ['nearly 10,000 families'] }],
  ['أعيد دفن أكثر من 700 جثة مجهولة الهوية', { act: 'buried', figures: ['more than 700 bodies'] }],
  [
    'سقط ما بين خمسة عشر وعشرين قتيلاً في التفجير الذي وقع يوم الخميس الماضي',
    { act: 'killed', figures: ['between 15 and 20 people'], when: '2018-11-08' },
  ],
  ['دمرت الغارات سبعة وعشرين منزلاً ومسجدين ومدرسة', { act: 'destroyed', figures: ['27 houses', '2 mosques'] }],
  ['ارتفع عدد القتلى من 12 إلى 19', { act: 'killed', figures: ['19 people'] }],
  ['قال والد الضحية إن ابنه البالغ من العمر 16 عاماً اعتقل قبل أربعة أشهر', { act: 'detained', when: '2018-07~' }],
];
