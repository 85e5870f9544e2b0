/** The name of a language by Tesseract's code (ISO 639-2, with a script or country behind it); the code where it has none. */
export function languageName(code: string): string {
  const [language = '', ...variant] = code.split('_');
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  let name: string | undefined;
  try {
    name = names.of(language);
  } catch {
    name = undefined;
  }
  if (name === undefined) return code;
  return variant.length === 0 ? name : `${name} (${variant.join(' ')})`;
}

/** The languages a reading was made with, as its file says. */
export function languagesOf(parameters: Record<string, unknown> | null): string[] {
  const languages = parameters?.['languages'];
  if (!Array.isArray(languages)) return [];
  return languages.flatMap((one: unknown) => {
    const code = (one as { code?: unknown } | null)?.code;
    return typeof code === 'string' ? [code] : [];
  });
}
