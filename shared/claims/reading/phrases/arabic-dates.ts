import type { Phrase } from './phrase.ts';

export const arabicDates: readonly Phrase[] = [
  ['غارة في آذار 2017', { act: 'struck', when: '2017-03' }],
  ['غارة في مارس/آذار 2017', { act: 'struck', when: '2017-03' }],
  ['في 20 آذار 2017 قصفت المدرسة', { act: 'shelled', when: '2017-03-20' }],
  ['يوم ١٤ تشرين الثاني/نوفمبر ٢٠١٨', { when: '2018-11-14' }],
  ['في كانون الثاني 2016', { when: '2016-01' }],
  ['قتل 14 شخصاً في 20 ديسمبر', { act: 'killed', figures: ['14 people'], when: '2017-12-20' }],
  [
    'في حزيران اعترف التحالف الدولي بمقتل 40 مدنياً',
    { act: 'killed', modality: 'admits', figures: ['40 civilians'], saidAt: '2018-06', speaker: 'the Coalition' },
  ],
  ['قصفت السوق الشهر الماضي', { act: 'shelled', when: '2018-10' }],
  ['نزحت 80 عائلة العام الماضي', { act: 'displaced', figures: ['80 families'], when: '2017' }],
  ['انتشلت خمس جثث أمس', { act: 'exhumed', figures: ['5 bodies'], when: '2018-11-13' }],
  ['قتل طفلان يوم الثلاثاء', { act: 'killed', figures: ['2 children'], when: '2018-11-13' }],
  ['أصيب 12 شخصاً الأسبوع الماضي', { act: 'injured', figures: ['12 people'], when: '2018-11-05/2018-11-11' }],
  ['منذ عام 2015 فُقد أكثر من 900 شخص', { act: 'missing', figures: ['more than 900 people'], when: '2015/..' }],
  ['حتى عام 2018', { when: '../2018' }],
  ['بين آذار وتشرين الأول 2017', { when: '2017-03/2017-10' }],
  ['في ربيع 2017', { when: '2017-21' }],
  ['في أوائل عام 2017', { when: '2017-01~/2017-04~' }],
  ['قبل يومين فتحت المقبرة', { when: '2018-11-12' }],
  ['هذا العام', { when: '2018' }],
  [
    'قالت منظمة العفو الدولية إن 90 شخصاً قتلوا في الرقة',
    { act: 'killed', figures: ['90 people'], place: 'Raqqa', speaker: 'Amnesty International' },
  ],
  ['بحسب لجنة إعادة الإعمار، انتشلت 40 جثة', { act: 'exhumed', figures: ['40 bodies'], speaker: 'Reconstruction Committee' }],
  [
    'وفقاً للتحالف الدولي قتل 12 مدنياً في المنصورة',
    { act: 'killed', figures: ['12 civilians'], place: 'al-Mansourah', speaker: 'the Coalition' },
  ],
  [
    'أعلن التحالف الدولي يوم الاثنين مقتل 40 مدنياً',
    { act: 'killed', figures: ['40 civilians'], saidAt: '2018-11-12', speaker: 'the Coalition' },
  ],
];
