/** Words beside a number, and words in place of one. */
import type { Quantity } from '../../model/claims.ts';
import { lexicon } from './lexicon.ts';

type Qualifier = Quantity['qualifier'];

export const qualifiersBefore = lexicon<Qualifier>(
  ['no more than|no greater than|not more than|at most|up to|as many as|a maximum of|at the most', 'up to'],
  ['no fewer than|no less than|not fewer than|not less than|at least|at the least|a minimum of|at the very least', 'at least'],
  ['more than|over|well over|just over|upwards of|upward of|in excess of|above|greater than', 'more than'],
  ['under|just under|fewer than|less than|below|well under', 'less than'],
  ['nearly|almost|close to|nearing|approaching|just short of', 'nearly'],
  ['about|around|approximately|roughly|some|an estimated|estimated|circa|in the region of|in the order of', 'about'],
  ['exactly|precisely|a total of|as few as|all', 'exactly'],
  ['ما لا يزيد على|ما لا يزيد عن|لا يزيد على|لا يزيد عن|ما يصل إلى|يصل إلى|حتى|على الأكثر|كحد أقصى', 'up to'],
  ['ما لا يقل عن|لا يقل عن|لا تقل عن|على الأقل|كحد أدنى|ليس أقل من|بما لا يقل عن', 'at least'],
  ['أكثر من|ما يزيد على|ما يزيد عن|يزيد على|يزيد عن|تزيد على|تزيد عن|ما يربو على|ما يربو عن|فوق|أزيد من|أكثر عن|ما يفوق', 'more than'],
  ['أقل من|دون|ما دون', 'less than'],
  ['قرابة|ما يقارب|ما يقرب من|يقارب|يقرب من|نحو من', 'nearly'],
  ['نحو|حوالي|زهاء|تقريبا|ما يناهز|يناهز|بحدود|في حدود|ما يقدر ب|يقدر ب|يقدر عددهم ب', 'about'],
  ['بالضبط|ما مجموعه|إجمالي|مجموع|كل من', 'exactly'],
);

/** After the number or after what is counted. */
export const qualifiersAfter = lexicon<Qualifier>(
  ['or more|at least|at the least|at a minimum|+|على الأقل|على أقل تقدير|أو أكثر|كحد أدنى', 'at least'],
  ['or so|- odd|odd|approximately|roughly|تقريبا', 'about'],
  ['or fewer|or less|at most|على الأكثر|كحد أقصى', 'up to'],
);

export const vagueWords = lexicon<Qualifier>(
  ['dozens|dozens of|tens of|العشرات من|عشرات|عشرات من|العشرات', 'dozens'],
  ['hundreds|hundreds of|مئات|المئات من|مئات من|المئات', 'hundreds'],
  ['thousands|thousands of|tens of thousands|tens of thousands of|hundreds of thousands|hundreds of thousands of', 'thousands'],
  ['آلاف|آلاف من|الآلاف من|الآلاف|عشرات الآلاف|عشرات الآلاف من|عشرات آلاف|مئات الآلاف|مئات الآلاف من|مئات آلاف', 'thousands'],
  ['several|several of|عدة|بضعة|بضع|عدد قليل من', 'several'],
  [
    'many|many of|scores|scores of|large numbers of|a large number of|numerous|العديد من|الكثير من|كثير من|عدد كبير من|أعداد كبيرة من',
    'many',
  ],
  ['a number of|a few|a handful of|some|some of|certain|عدد من|بعض|عددا من', 'some'],
  ['an unknown number of|an unspecified number of|an undetermined number of|عدد غير معروف من|عدد غير محدد من', 'unknown'],
);

/** Shares of a whole; halves and thirds have no qualifier that keeps them, so they stay unread. */
export const shareWords = lexicon<Qualifier>(
  ['most|mostly|mainly|largely|predominantly|the majority|a majority|the vast majority|a large majority|more than half|over half', 'most'],
  ['معظمهم|معظمها|معظم|غالبيتهم|غالبيتها|الغالبية|أغلبهم|أغلبها|أغلبيتهم|أكثرهم|جلهم|أكثر من نصفهم|أكثر من نصفها|أكثر من نصف', 'most'],
  ['many|كثير منهم|العديد منهم|الكثير منهم', 'many'],
  ['some|بعضهم|بعضها|عدد منهم', 'some'],
  ['several|عدة منهم', 'several'],
);
