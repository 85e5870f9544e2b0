/** Scripts that can be told from the letters alone, by their ISO 15924 codes. */
const scripts = {
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Armn: /\p{Script=Armenian}/u,
  Geor: /\p{Script=Georgian}/u,
  Deva: /\p{Script=Devanagari}/u,
  Beng: /\p{Script=Bengali}/u,
  Thai: /\p{Script=Thai}/u,
  Mymr: /\p{Script=Myanmar}/u,
  Ethi: /\p{Script=Ethiopic}/u,
  Hang: /\p{Script=Hangul}/u,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hani: /\p{Script=Han}/u,
  Syrc: /\p{Script=Syriac}/u,
  Latn: /\p{Script=Latin}/u,
} as const;
export type Script = keyof typeof scripts;

/** Only the beginning is looked at: a passage may be a whole page. */
const LOOKED_AT = 2000;

/** The script most letters are of; null when there are no letters of any that is known. */
export function scriptOf(words: string): Script | null {
  const counts = new Map<Script, number>();
  for (const letter of words.slice(0, LOOKED_AT)) {
    const script = (Object.keys(scripts) as Script[]).find((name) => scripts[name].test(letter));
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}
