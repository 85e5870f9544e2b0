import { z } from 'zod';

/** A well-formed BCP 47 tag in its canonical letters (`AR-sy` becomes `ar-SY`), or null. RFC 5646, section 2.2.9. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0] ?? null;
  } catch {
    return null;
  }
}

export const languageTag = z
  .string()
  .max(100)
  .transform((tag, context) => {
    const canonical = canonicalLanguage(tag);
    if (canonical !== null) return canonical;
    context.addIssue({ code: 'custom', message: 'is not a language tag such as `ar` or `en-GB` (BCP 47)' });
    return z.NEVER;
  });
