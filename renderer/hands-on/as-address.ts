/**
 * What a person typed as an address: a bare host gets https. Anything with a scheme of its own stays as it is, for main
 * to take or refuse with words. Null when nothing was typed.
 */
export function asAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return null;
  const hasScheme =
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ||
    /^(javascript|data|file|chrome|about|blob|mailto|view-source|[\w-]+-source|holdfast-\w+):/i.test(text);
  if (hasScheme) return text;
  const isLocal = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/.test(text);
  return `${isLocal ? 'http' : 'https'}://${text}`;
}
