import { canonicalLanguage } from '#shared/language/language-tag.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Offered first; any other tag can be typed. */
export const commonLanguages =
  'ar ckb ku fa ps ur he tr ru uk en fr de es pt it nl pl el hy ka az kk uz ug zh ja ko my th vi id hi bn ta si ne am ti om so sw ha ff rw syr'.split(
    ' ',
  );

/** A language by its English name and tag: "Arabic (ar)". */
export function languageWords(tag: string): string {
  const canonical = canonicalLanguage(tag);
  const name = canonical === null ? undefined : names.of(canonical);
  return name === undefined ? tag : `${name} (${tag})`;
}
