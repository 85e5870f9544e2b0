const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST_CHARACTERS = 80;

/**
 * A file name that every file system and manifest takes, still readable: letters of any script, digits, `.`, `-`, `_`.
 * The exact name stands in the item's `originalName`.
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : '';
  const stem = [...plain.slice(0, plain.length - ending.length)]
    .slice(0, MOST_CHARACTERS)
    .join('')
    .replace(/[._]+$/, '');
  if (stem === '') return `file${ending}`;
  return (reserved.test(stem) ? `_${stem}` : stem) + ending;
}

/** A file name as a title: without its ending, on one line. */
export function titleFromName(name: string): string {
  const stem = name.replace(/(?<=.)\.[^.\s]{1,10}$/u, '');
  return stem.replace(/\s+/gu, ' ').trim() || name.replace(/\s+/gu, ' ').trim() || 'file';
}
