import type { ClaimFields } from '../../model/claims.ts';
import { lexicon, wordSet } from './lexicon.ts';

/** How a thing is said, where it is not simply asserted. */
export const modalityWords = lexicon<ClaimFields['modality']>(
  [
    'admitted|admits|admit|admitting|admission|acknowledged|acknowledges|acknowledging|conceded|concedes|conceding|accepted responsibility|took responsibility|confessed',
    'admits',
  ],
  ['أقر|أقرت|أقروا|يقر|إقرار|اعترف|اعترفت|اعترفوا|اعتراف|يعترف|تعترف|سلم ب', 'admits'],
  ['denied|denies|denying|denial|rejected|rejects|dismissed|dismisses|non-credible|not credible|refuted', 'denies'],
  ['نفى|نفت|نفوا|ينفي|تنفي|نفي|أنكر|أنكرت|أنكروا|ينكر|إنكار|كذب|كذبت|غير موثوق|غير ذي مصداقية', 'denies'],
  ['retracted|retracts|retraction|withdrew|withdrawn|walked back|تراجع عن|تراجعت|تراجع|سحب|سحبت|تراجعوا', 'retracts'],
  ['questioned|questions|cast doubt|casts doubt|disputed|disputes|doubted|شكك|شككت|شككوا|تشكيك|يشكك', 'questions'],
  ['predicted|predicts|expected to|expects to|feared|fears|fear that|warned that|يخشى|خشية|مخاوف|متوقع|توقعت|توقع', 'predicts'],
);

/** Turn what follows round within a few words: "has never acknowledged". */
export const negations = wordSet(
  "not never neither nobody nor didn't hasn't haven't doesn't don't won't refused refuses failed declined without no لم لن لا ما دون رفض رفضت",
);
