import { decode, type Declaration } from './declaration.ts';

/** Labels in small letters with their values, in order (section 2.2.2); a line that begins with white space goes on. */
export function readTags(bytes: Buffer, declaration: Declaration, report: (code: string, detail: string) => void): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  // In 1.0 one white space follows the colon and none comes before it.
  const pattern = declaration.isFinal ? /^([^\s:](?:[^:]*[^\s:])?):[ \t](.*)$/s : /^([^\s:][^:]*?)\s*:\s*(.*)$/s;
  for (const line of decode(bytes, declaration, report)
    .replace(/(\r\n|\r|\n)[ \t]+/g, ' ')
    .split(/\r\n|\r|\n/)) {
    if (line === '') continue;
    const [, label, value] = pattern.exec(line) ?? [];
    if (label === undefined || value === undefined) {
      report('tag-line', line);
      continue;
    }
    const key = label.toLowerCase();
    tags.set(key, [...(tags.get(key) ?? []), value.trim()]);
  }
  return tags;
}
