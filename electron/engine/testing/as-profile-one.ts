import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalEntry } from '#shared/model/journal.ts';
import { entryHash, entryLine, NO_HASH } from '../journal/entry-hash.ts';

/**
 * For tests: turns a case file into one of profile 1, as versions without keys made it: entries without signatures, no
 * acts of sealing, no crate, no provenance. The manifests are left to the caller.
 */
export async function asProfileOne(out: string): Promise<void> {
  for (const name of [
    'ro-crate-metadata.json',
    'provenance',
    'journal/seals',
    'journal/seals.json',
    'journal/keys.json',
    'journal/consistency.json',
  ])
    await rm(join(out, 'data', name), { recursive: true });
  const journal = join(out, 'data/journal/journal.jsonl');
  const entries = (await readFile(journal, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalEntry);
  let prevHash = NO_HASH;
  const lines = entries
    .filter(({ action }) => action !== 'seal.made')
    .map((entry, index) => {
      const bare = { ...entry, seq: index + 1, prevHash, salt: null, keyId: null };
      prevHash = entryHash(bare);
      return entryLine({ ...bare, hash: prevHash, signature: null });
    });
  await writeFile(journal, `${lines.join('\n')}\n`);
  await edit(join(out, 'data/case.json'), (text) => {
    const record = JSON.parse(text) as { journal: object };
    return JSON.stringify({ ...record, journal: { entries: lines.length, head: prevHash } });
  });
  await edit(join(out, 'bag-info.txt'), (text) => text.replace(/Holdfast-Profile: \d+/, 'Holdfast-Profile: 1'));
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}
