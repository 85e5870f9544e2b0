/** Most characters of a name in a bag, so that a whole path stays far below the 260 of older systems. */
const LONGEST = 60;

/**
 * A file name that means the same on every system, in a zip and in a checksum line: `ROLE-name.ext` from letters,
 * digits, dot, hyphen and underscore of ASCII. The name as received stands in item.json. `taken` are names already
 * used beside it, in lower case; the new one is added.
 */
export function portableName(role: string, name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ''];
  const end = plain(extension).slice(0, 12);
  const tail = end === '' ? '' : `.${end}`;
  const middle = plain(stem).slice(0, LONGEST);
  const base = middle === '' || middle === role ? role : `${role}-${middle}`;
  for (let number = 1; ; number += 1) {
    const candidate = `${base}${number === 1 ? '' : `-${number}`}${tail}`;
    if (taken.has(candidate.toLowerCase())) continue;
    taken.add(candidate.toLowerCase());
    return candidate;
  }
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
