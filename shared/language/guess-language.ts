/** A first guess at the language of marked words, for a person to confirm or correct; never stored by itself. Pure. */
import { scriptOf, type Script } from './script-of.ts';

/** Languages that are usually written in a script, by their first subtag; what a source says is believed when it fits. */
const languagesOf: Partial<Record<Script, readonly string[]>> = {
  Arab: ['ar', 'fa', 'ur', 'ps', 'ku', 'ckb', 'ug', 'sd', 'ks', 'ary', 'arz', 'apc', 'ajp'],
  Cyrl: ['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk', 'ky', 'tg', 'mn', 'tt', 'ba', 'ce', 'av', 'uz'],
  Hebr: ['he', 'yi'],
  Deva: ['hi', 'mr', 'ne', 'sa'],
  Ethi: ['am', 'ti'],
  Beng: ['bn', 'as'],
  Hani: ['zh', 'ja', 'yue'],
};

/** Scripts that one language has nearly to itself. */
const only: Partial<Record<Script, string>> = {
  Hebr: 'he',
  Grek: 'el',
  Armn: 'hy',
  Geor: 'ka',
  Thai: 'th',
  Hang: 'ko',
  Kana: 'ja',
  Hani: 'zh',
};

/** Letters that only some languages of the Arabic and Cyrillic scripts have; the first that fits is taken. */
const marks: Partial<Record<Script, readonly [letters: RegExp, language: string][]>> = {
  Arab: [
    [/[ټډړږښڼ]/u, 'ps'],
    [/[ٹڈڑں]/u, 'ur'],
    [/[ێۆڕڵ]/u, 'ckb'],
    [/[پچژگ]/u, 'fa'],
    [/[ةىأإؤ]|(?:^|\s)ال/u, 'ar'],
  ],
  Cyrl: [
    [/[їєґ]/iu, 'uk'],
    [/ў/iu, 'be'],
    [/[ђћџљњ]/iu, 'sr'],
    [/[ыэё]/iu, 'ru'],
  ],
};

/**
 * A BCP 47 tag, or null when nothing can be said. What the source is said to be written in is believed where the
 * letters allow it; then letters that only one language has; then `und-` with the script, which is all that is known.
 */
export function guessLanguage(words: string, sourceLanguage: string | null): string | null {
  const script = scriptOf(words);
  if (script === null) return null;
  const primary = sourceLanguage?.split('-')[0]?.toLowerCase();
  if (script === 'Latn') return primary !== undefined && !isElsewhere(primary) ? sourceLanguage : null;
  const marked = marks[script]?.find(([letters]) => letters.test(words))?.[1];
  if (primary !== undefined && languagesOf[script]?.includes(primary) === true) return sourceLanguage;
  return marked ?? only[script] ?? `und-${script}`;
}

/** Whether a language is usually written in another script than Latin. */
function isElsewhere(primary: string): boolean {
  return Object.values(only).includes(primary) || Object.values(languagesOf).some((languages) => languages.includes(primary));
}
