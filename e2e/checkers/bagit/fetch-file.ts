import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reporter } from '../finding.ts';
import type { Bag } from './check-bagit.ts';
import { decode } from './declaration.ts';
import type { Manifest } from './manifest-file.ts';
import { pathRule } from './path-rules.ts';

/** fetch.txt (section 2.2.3): `URL LENGTH FILEPATH`, each file listed in every payload manifest. */
export async function checkFetch(bag: Bag, payload: readonly Manifest[]): Promise<void> {
  if (!bag.files.includes('fetch.txt')) return;
  const report = reporter(bag.findings, 'fetch.txt');
  const text = decode(await readFile(join(bag.folder, 'fetch.txt')), bag.declaration, report);
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line === '') continue;
    const [, url = '', , path = ''] = /^(\S+)[ \t]+(\d+|-)[ \t]+(.+)$/.exec(line) ?? [];
    if (!URL.canParse(url)) {
      report('fetch-line', `line ${at + 1}`);
      continue;
    }
    const rule = pathRule(path);
    if (rule !== null) report('path-unsafe', `${path}: ${rule}`);
    else if (!path.startsWith('data/')) report('fetch-path', path);
    else if (payload.some(({ sums }) => !sums.has(path))) report('fetch-unlisted', path);
  }
}
