import type { Json } from '#shared/model/primitives.ts';
import type { Finding } from '#shared/model/proof.ts';
import { buriedKinds } from '../items/bury.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import type { JournalCheck } from './check-journal.ts';
import { differences } from './differences.ts';
import { mismatch } from './mismatch.ts';

type Told = { seq: number; subject: string; actor: string; payload: string; kind: string | null; reason: string | null; by: string | null };

/** A removal and its taking back: where the rows are, which acts tell of them, and how they are called. */
const parts = [
  { words: 'removal of', act: 'removed', rows: 'burial', id: 'id' },
  { words: 'restoration of', act: 'restored', rows: 'restoration', id: 'burialId' },
] as const;

/** Removals made before they could be taken back were one a thing, and named by it. */
const BURIAL_ID = "coalesce(json_extract(j.payload, '$.burialId'), j.subject)";

/** Every removal and every restoration says what its journal entry says, and each of either has the other. */
export function checkRemovals({ raw }: CaseSnapshot, journal: JournalCheck): { changed: Finding[]; unexplained: Finding[] } {
  const changed: Finding[] = [];
  const unexplained: Finding[] = [];
  for (const { words, act, rows, id } of parts) {
    const told = raw
      .prepare(
        `SELECT j.seq, j.subject, j.actor, j.payload, b.kind, r.reason, r.actor AS by FROM journal j
         LEFT JOIN ${rows} r ON r.${id} = ${BURIAL_ID} LEFT JOIN burial b ON b.id = ${BURIAL_ID} AND b.subject = j.subject
         WHERE j.action IN (${buriedKinds.map((kind) => `'${kind}.${act}'`).join(', ')})`,
      )
      .all() as Told[];
    changed.push(
      ...told
        .filter(({ seq }) => !journal.broken.has(seq))
        .flatMap(({ subject, actor, payload, kind, reason, by }) => {
          const { burialId: _id, ...said } = JSON.parse(payload) as { [key: string]: Json };
          const fields = differences({ ...said, actor }, { kind, reason, actor: by });
          return fields.length === 0 ? [] : [mismatch(words, subject, fields)];
        }),
    );
    const silent = raw
      .prepare(
        `SELECT b.subject FROM ${rows} r JOIN burial b ON b.id = r.${id} WHERE NOT EXISTS
         (SELECT 1 FROM journal j WHERE j.subject = b.subject AND j.action = b.kind || '.${act}' AND ${BURIAL_ID} = b.id)`,
      )
      .all() as { subject: string }[];
    const known = new Set(changed.map((finding) => finding.subject));
    unexplained.push(
      ...silent.filter(({ subject }) => !known.has(subject)).map(({ subject }) => mismatch(words, subject, ['no journal entry'])),
    );
  }
  return { changed, unexplained };
}
