/** Names of times, English and Arabic, the latter in both families of month names. */
import type { ReadingRule } from '../../model/claim-draft.ts';
import { lexicon, wordSet } from './lexicon.ts';

type CalendarUnit = Extract<ReadingRule, { rule: 'ago' }>['unit'];
export type Part = 'early' | 'mid' | 'late';

export const monthWords = lexicon<number>(
  ['january|jan|يناير|كانون الثاني', 1],
  ['february|feb|فبراير|شباط', 2],
  ['march|mar|مارس|آذار', 3],
  ['april|apr|أبريل|إبريل|نيسان', 4],
  ['may|مايو|أيار', 5],
  ['june|jun|يونيو|يونيه|حزيران', 6],
  ['july|jul|يوليو|يوليه|تموز', 7],
  ['august|aug|أغسطس|آب', 8],
  ['september|sep|sept|سبتمبر|أيلول', 9],
  ['october|oct|أكتوبر|تشرين الأول', 10],
  ['november|nov|نوفمبر|تشرين الثاني', 11],
  ['december|dec|ديسمبر|كانون الأول', 12],
);
/** Also other words when they are not written with a capital. */
export const wordlikeMonths = wordSet('march may mar jan sep august');

/** As `Date.getUTCDay` counts. */
export const weekdayWords = lexicon<number>(
  ['sunday|يوم الأحد|الأحد', 0],
  ['monday|يوم الاثنين|يوم الإثنين|الاثنين', 1],
  ['tuesday|يوم الثلاثاء|الثلاثاء', 2],
  ['wednesday|يوم الأربعاء|الأربعاء', 3],
  ['thursday|يوم الخميس|الخميس', 4],
  ['friday|يوم الجمعة|الجمعة', 5],
  ['saturday|يوم السبت|السبت', 6],
);

/** Season codes of EDTF level 1. */
export const seasonWords = lexicon<number>(
  ['spring|ربيع|الربيع', 21],
  ['summer|صيف|الصيف', 22],
  ['autumn|خريف|الخريف', 23],
  ['winter|شتاء|الشتاء', 24],
);

export const partWords = lexicon<Part>(
  ['early|early in|early -|the start of|the beginning of|beginning of|start of|أوائل|مطلع|بداية|بدايات', 'early'],
  ['mid|mid -|the middle of|middle of|منتصف|أواسط|وسط', 'mid'],
  ['late|late in|late -|the end of|end of|أواخر|نهاية|آخر', 'late'],
);
export const aboutWords = lexicon<true>(['about|around|circa|approximately|roughly|حوالي|نحو', true]);

export const calendarUnits = lexicon<CalendarUnit>(
  ['day|days|يوم|أيام|يوما', 'day'],
  ['week|weeks|أسبوع|أسابيع|أسبوعا', 'week'],
  ['month|months|شهر|أشهر|شهور|شهرا', 'month'],
  ['year|years|عام|أعوام|سنة|سنوات|عاما', 'year'],
);
/** Two of them by the form of the noun. */
export const dualUnits = lexicon<CalendarUnit>(['يومين', 'day'], ['أسبوعين', 'week'], ['شهرين', 'month'], ['عامين|سنتين', 'year']);

type Relative = { rule: 'same' | 'one-before'; unit: CalendarUnit };
export const relativeWords = lexicon<Relative>(
  ['yesterday|last night|أمس|البارحة|يوم أمس|مساء أمس|أمس الأول أمس', { rule: 'one-before', unit: 'day' }],
  ['today|tonight|this morning|this afternoon|this evening|هذا اليوم|صباح اليوم|مساء اليوم|فجر اليوم', { rule: 'same', unit: 'day' }],
  ['last week|الأسبوع الماضي|الأسبوع الفائت|الأسبوع المنصرم', { rule: 'one-before', unit: 'week' }],
  ['this week|earlier this week|هذا الأسبوع|الأسبوع الحالي|الأسبوع الجاري', { rule: 'same', unit: 'week' }],
  ['last month|الشهر الماضي|الشهر الفائت|الشهر المنصرم', { rule: 'one-before', unit: 'month' }],
  ['this month|earlier this month|هذا الشهر|الشهر الحالي|الشهر الجاري', { rule: 'same', unit: 'month' }],
  ['last year|العام الماضي|السنة الماضية|العام الفائت|العام المنصرم|السنة الفائتة|السنة المنصرمة', { rule: 'one-before', unit: 'year' }],
  ['this year|earlier this year|هذا العام|هذه السنة|العام الحالي|العام الجاري|السنة الحالية|السنة الجارية', { rule: 'same', unit: 'year' }],
);

/** A year, or a month without a day or year, is a date after one of these. */
export const leadWords = wordSet(
  'in during since until till by from to between and through throughout before after around about circa on of last this month ' +
    'في منذ حتى خلال بين من إلى شهر عام سنة بحلول لغاية قبل بعد',
);
/** After these a four-figure number may as well be a count. */
export const weakLeads = wordSet('by from to between and of about around before after about من بين نحو حوالي الى حتى');
export const determiners = wordSet('the a an its their his her that');
export const yearMarks = wordSet('عام سنة العام السنة');

/** Days of a month that Arabic counts by ordinals; with "ten" after them 11 to 19, with "and twenty" 21 to 29. */
export const ordinalWords = lexicon<number>(
  ['الأول|الحادي', 1],
  ['الثاني', 2],
  ['الثالث', 3],
  ['الرابع', 4],
  ['الخامس', 5],
  ['السادس', 6],
  ['السابع', 7],
  ['الثامن', 8],
  ['التاسع', 9],
  ['العاشر', 10],
);
