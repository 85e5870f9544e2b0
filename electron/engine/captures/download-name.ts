const mostCharacters = 200;

/**
 * What a site calls a file, as a name and not a path: without folders, control characters, or the marks that make a
 * name read backwards (`annexe[U+202E]fdp.exe`). Its letters stay; file names on disk are made from it by `safeName`. Pure.
 */
export function downloadName(suggested: string, url: string): string {
  const fromUrl = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  return clean(suggested) || clean(decoded(fromUrl)) || 'download';
}

function clean(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, '').trim();
  const characters = [...plain.replace(/^\.+/, '')];
  if (characters.length <= mostCharacters) return characters.join('');
  const ending = /\.[^.]{1,10}$/u.exec(plain)?.[0] ?? '';
  return characters.slice(0, mostCharacters - ending.length).join('') + ending;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
