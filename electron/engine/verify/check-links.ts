import type { Json } from '#shared/model/primitives.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import type { JournalCheck } from './check-journal.ts';
import { EVIDENCE_SAID } from './claim-records.ts';
import { differences } from './differences.ts';
import { mismatch } from './mismatch.ts';

type Said = { seq: number; id: string; payload: string };
type Shape = { [key: string]: Json };

/** Compares evidence links with the journal. A link made together with its claim stands in the claim's entry. */
export function checkLinks({ raw }: CaseSnapshot, journal: JournalCheck): { changed: Finding[]; unexplained: Finding[] } {
  const changed: Finding[] = [];
  const explained = new Set<string>();
  const row = raw.prepare('SELECT * FROM evidence WHERE id = ?');
  for (const { seq, id, payload } of raw.prepare(EVIDENCE_SAID).all() as Said[]) {
    explained.add(id);
    if (journal.broken.has(seq)) continue;
    const now = row.get(id) as Shape | undefined;
    const fields = now === undefined ? ['the whole record is gone'] : differences(JSON.parse(payload) as Json, now);
    if (fields.length > 0) changed.push(mismatch('evidence', id, fields));
  }
  const ids = raw.prepare('SELECT id FROM evidence').pluck().all() as string[];
  return { changed, unexplained: ids.filter((id) => !explained.has(id)).map((id) => mismatch('evidence', id, ['no journal entry'])) };
}
