import type { Phrase } from './phrase.ts';

/** Written when the rules were done, to see how they do: 20 of 25 were right at first. Those that cannot be read by a rule are among the misses. */
export const freshFirst: readonly Phrase[] = [
  [
    'Civil defence volunteers recovered the bodies of eleven people, five of them children, from a flattened house in Raqqa on Saturday.',
    { act: 'exhumed', figures: ['11 people'], who: ['5 children'], when: '2018-11-10', place: 'Raqqa' },
  ],
  [
    'Two missiles slammed into the bakery shortly before noon on 9 June 2017, killing 17 people and wounding more than 30 others.',
    { act: 'killed', figures: ['2 missiles', '17 people', 'more than 30 people'], when: '2017-06-09' },
  ],
  [
    'Militants executed at least 163 people as they tried to flee the district on 1 June.',
    { act: 'killed', figures: ['at least 163 people'], when: '2018-06-01' },
  ],
  ['Nearly 80 percent of the city’s buildings have been destroyed or damaged.', { act: 'destroyed' }],
  [
    'Amnesty International has called on the Coalition to investigate the deaths of 39 members of the Badran family.',
    { act: 'killed', figures: ['39 people'] },
  ],
  [
    'More than 190,000 residents had fled the province between April and August.',
    { act: 'displaced', figures: ['more than 190,000 people'], when: '2018-04/2018-08' },
  ],
  [
    'The commander denied that his forces had shelled the camp, where hundreds of families are sheltering.',
    { act: 'shelled', modality: 'denies', figures: ['hundreds of families'] },
  ],
  [
    'A fourth grave, believed to hold between 60 and 80 bodies, was uncovered late last month.',
    { figures: ['between 60 and 80 bodies'], when: '2018-10-21~/2018-10-31~' },
  ],
  [
    'Seventy-three detainees were freed in a prisoner exchange in the spring of 2015.',
    { act: 'released', figures: ['73 detainees'], when: '2015-21' },
  ],
  [
    'About 3,500 fighters and their relatives left the city in buses under a deal agreed on 12 October 2017.',
    { act: 'agreed', figures: ['about 3,500 fighters'], when: '2017-10-12' },
  ],
  ['“We dug with our hands for three days,” a neighbour said; nobody survived.', { figures: ['3 days'] }],
  [
    'The monitoring group has recorded 1,046 barrel bombs dropped on the town this year.',
    { figures: ['1,046 barrel bombs'], when: '2018' },
  ],
  [
    'In the weeks that followed, officials quietly withdrew the figure of 60 militants killed.',
    { act: 'killed', modality: 'retracts', figures: ['60 combatants'] },
  ],
  ['Four of the nine patients died before they could be evacuated.', { act: 'killed', figures: ['9 patients'] }],
  [
    'انتشل الدفاع المدني جثامين أحد عشر مدنياً، بينهم خمسة أطفال، من تحت أنقاض منزل في الرقة يوم السبت',
    { act: 'exhumed', figures: ['11 civilians'], who: ['5 children'], when: '2018-11-10', place: 'Raqqa' },
  ],
  [
    'أعدم مسلحون ما لا يقل عن 163 شخصاً لدى محاولتهم الفرار في الأول من حزيران',
    { act: 'killed', figures: ['at least 163 people'], when: '2018-06-01' },
  ],
  [
    'نزح أكثر من 190 ألف نسمة عن المحافظة منذ نيسان الماضي',
    { act: 'displaced', figures: ['more than 190,000 people'], when: '2018-04/..' },
  ],
  [
    'ونفى قائد ميداني أن تكون قواته قصفت المخيم الذي يؤوي مئات العائلات',
    { act: 'shelled', modality: 'denies', figures: ['hundreds of families'] },
  ],
  ['عثر على مقبرة رابعة يعتقد أنها تضم بين 60 و80 جثة', { figures: ['between 60 and 80 bodies'] }],
  [
    'سقط صاروخان على المخبز ظهر التاسع من حزيران 2017 ما أدى إلى مقتل 17 شخصاً وإصابة أكثر من ثلاثين آخرين',
    { act: 'killed', figures: ['2 missiles', '17 people', 'more than 30 people'], when: '2017-06-09' },
  ],
  ['أفرجت السلطات عن ثلاثة وسبعين معتقلاً في صفقة تبادل ربيع عام 2015', { act: 'released', figures: ['73 detainees'], when: '2015-21' }],
  [
    'غادر نحو 3500 مقاتل مع عائلاتهم المدينة بموجب اتفاق أبرم في 12 تشرين الأول 2017',
    { act: 'agreed', figures: ['about 3,500 fighters'], when: '2017-10-12' },
  ],
  ['لم ترد أنباء عن وقوع إصابات', { act: 'injured' }],
  [
    'وقال التحالف الدولي إنه سيحقق في تقارير عن مقتل 22 مدنياً بينهم تسع نساء',
    { act: 'killed', figures: ['22 civilians'], who: ['9 women'], speaker: 'the Coalition' },
  ],
];
