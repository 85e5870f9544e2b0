import type { Json } from '#shared/model/primitives.ts';
import type { Finding } from '#shared/model/proof.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import type { JournalCheck } from './check-journal.ts';
import { checkLinks } from './check-links.ts';
import { checkRemovals } from './check-removals.ts';
import { differences } from './differences.ts';
import { mismatch } from './mismatch.ts';
import { recordKinds, type RecordKind } from './record-kinds.ts';

type Entry = { seq: number; payload: string };

/**
 * Compares what the rows say with what the journal recorded: every row explained by an entry, every entry's thing
 * still there, every field the same. `told` are ids another check has named already.
 */
export async function checkRecords(
  snapshot: CaseSnapshot,
  journal: JournalCheck,
  told: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Finding[]> {
  const changed: Finding[] = [];
  const unexplained: Finding[] = [];
  for (const kind of recordKinds) {
    const acts = kind.actions.map((action) => `'${action}'`).join(', ');
    const entries = snapshot.raw.prepare(`SELECT seq, payload FROM journal WHERE subject = ? AND action IN (${acts}) ORDER BY seq`);
    const rows = `SELECT rowid AS "cursor", ${kind.idColumn} AS id FROM ${kind.table} WHERE rowid > ? ORDER BY rowid LIMIT ?`;
    for await (const { id } of snapshot.rows<{ id: string }>(rows, signal)) {
      const found = entries.all(id) as Entry[];
      if (found.length === 0) unexplained.push(mismatch(kind.kind, id, ['no journal entry']));
      else if (!found.some(({ seq }) => journal.broken.has(seq))) changed.push(...compare(snapshot, kind, id, found));
    }
    changed.push(...gone(snapshot, kind, journal));
  }
  for (const part of [checkRemovals(snapshot, journal), checkLinks(snapshot, journal)]) {
    changed.push(...part.changed);
    unexplained.push(...part.unexplained);
  }
  // Entries that are gone or unreadable leave things without one; the journal's own finding says so already.
  const open = unexplained.length > journal.excused ? unexplained : [];
  return [...changed, ...open].filter((finding) => !told.has(finding.subject));
}

function compare(snapshot: CaseSnapshot, kind: RecordKind, id: string, entries: Entry[]): Finding[] {
  const payload = Object.assign({}, ...entries.map((entry) => JSON.parse(entry.payload) as object)) as { [key: string]: Json };
  const fields = differences(kind.said(payload), kind.now(snapshot.raw, id));
  return fields.length === 0
    ? []
    : [
        mismatch(
          kind.kind,
          id,
          fields.map((field) => (field === '' ? 'content' : field)),
        ),
      ];
}

/** Things the journal made whose row is not there. Rows are only ever added, so somebody took it out. */
function gone(snapshot: CaseSnapshot, kind: RecordKind, journal: JournalCheck): Finding[] {
  const query = `SELECT seq, subject FROM journal WHERE action = ? AND NOT EXISTS (SELECT 1 FROM ${kind.table} t WHERE t.${kind.idColumn} = journal.subject)`;
  const rows = snapshot.raw.prepare(query).all(kind.actions[0]) as { seq: number; subject: string }[];
  return (
    rows
      // Reports of verifications made before the case was received stayed where they were made.
      .filter(({ seq }) => !journal.broken.has(seq) && !(kind.table === 'verification' && seq <= snapshot.received.entries))
      .map(({ subject }) => mismatch(kind.kind, subject, ['the whole record is gone']))
  );
}
