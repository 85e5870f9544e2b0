/** Whether a time in the words is when a thing was said or when it happened. */
import { actRank, actWords } from './act-words.ts';
import { isOneOf, lookUp, wordSet } from './lexicon.ts';
import type { Token } from './tokens.ts';

/** Verbs of saying; a known name before one of them, or after in Arabic, is the speaker. */
export const sayingVerbs = wordSet(
  'said says say told tells reported reports announced announces stated states confirmed confirms admitted admits acknowledged acknowledges conceded concedes denied denies published publishes wrote claimed claims added estimates estimated counted documented recorded warned accused dismissed rejected retracted admitting ' +
    'قال قالت قالوا يقول تقول أعلن أعلنت أعلنوا ذكر ذكرت أفاد أفادت أكد أكدت صرح صرحت أوضح أوضحت أضاف أضافت نشر نشرت أقر أقرت اعترف اعترفت نفى نفت أنكر أنكرت تراجع تراجعت وثق وثقت كشف كشفت قدر قدرت أشار أشارت',
);
const sayingNouns = wordSet(
  'report statement article figures footage video photo photos interview admission denial announcement posted tweet tweeted press testimony uploaded broadcast aired ' +
    'تقرير بيان تصريح مقال مقابلة خبر إعلان اعتراف',
);
/** "a report released in October": released, not set free. */
export function isPublishing(tokens: readonly Token[], at: number): boolean {
  return /^(?:released|issued)$/.test(tokens[at]?.text ?? '') && isOneOf(sayingNouns, tokens[at - 1]);
}

/** What was said begins here; times beyond it belong to what happened. */
const borders = wordSet('that إن أن بأن أنه أنها إنه إنها بأنه');
const ends = /^[.!?؟;؛:"]$/;
const eventNouns = wordSet('strike strikes airstrike airstrikes attack attacks raid raids bombing massacre siege battle shelling');
const otherEvents = wordSet(
  'attack raid battle siege fell opened closed dropped fired landed launched slammed collapsed left hit massacre fire explosion blast هجوم معركة حصار مجزرة سقط فتحت انفجار',
);

/** `start` and `next` are tokens of the time. The nearest word that is an event or a saying decides; before it first, in the same clause. */
export function isSaid(tokens: readonly Token[], start: number, next: number): boolean {
  // "a September 2017 report", "the March 2017 strike".
  if (isOneOf(eventNouns, tokens[next])) return false;
  if (isOneOf(sayingNouns, tokens[next]) && /^[a-z]/.test(tokens[next]?.text ?? '')) return true;
  for (let at = start - 1; at >= 0 && at > start - 25 && !(isBorder(tokens[at]) && !isOneOf(eventNouns, tokens[at + 1])); at--) {
    const role = isOneOf(thatOne, tokens[at - 1]) ? null : roleAt(tokens, at);
    if (role !== null) return role === 'said';
  }
  for (let at = next; at < tokens.length && at < next + 25 && !isBorder(tokens[at]); at++) {
    const role = roleAt(tokens, at);
    if (role !== null) return role === 'said';
  }
  return false;
}

/** "reported on that strike in September": an event that was spoken of before has its time already. */
const thatOne = wordSet('that this');

function isBorder(token: Token | undefined): boolean {
  return token === undefined || ends.test(token.text) || isOneOf(borders, token);
}

function roleAt(tokens: readonly Token[], at: number): 'said' | 'happened' | null {
  const token = tokens[at];
  if (isOneOf(sayingVerbs, token) || isOneOf(sayingNouns, token) || isPublishing(tokens, at)) return 'said';
  const act = lookUp(actWords, tokens, at);
  return (act !== null && actRank(act.term) < 2) || isOneOf(otherEvents, token) ? 'happened' : null;
}
