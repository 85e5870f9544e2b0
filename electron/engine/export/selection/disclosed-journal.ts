/** Of a journal, the entries about chosen things alone, each proved to be part of the sealed whole (RFC 9162, 2.1.3). */
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ExportedFile } from '#shared/model/case-file.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Inclusion } from '#shared/model/seals.ts';
import type { WithheldEntry } from '#shared/model/selection.ts';
import { entryLine } from '../../journal/entry-hash.ts';
import { toEntry } from '../../journal/list-entries.ts';
import { buildLevels, inclusionProof, type Levels } from '../../merkle/proofs.ts';
import { entryLeaf } from '../../merkle/tree-hash.ts';
import type { Tables } from '../../db/tables.ts';
import type { CaseSnapshot } from '../../verify/case-snapshot.ts';
import type { Narrowed } from './narrow.ts';

/** Told whatever is chosen: what case it is, and its seals, which hold nothing but hashes. */
const ALWAYS = new Set(['case.created', 'seal.made']);

export type DisclosedJournal = {
  lines(signal: AbortSignal): AsyncGenerator<string>;
  proofs(signal: AbortSignal): AsyncGenerator<string>;
  withheld: WithheldEntry[];
};

type Row = Tables['journal'] & { cursor: number };

/** @param copies redacted copies, where they lie in the bag. @throws HoldfastError export-unsealed */
export function discloseJournal(snapshot: CaseSnapshot, narrowed: Narrowed, files: readonly ExportedFile[]): DisclosedJournal {
  const treeSize = lastTreeSize(snapshot);
  const subjects = disclosedSubjects(narrowed, files);
  const copies = new Map(files.toReversed().map(({ itemId, path }) => [itemId, path]));
  const withheld = withheldEntries(snapshot, narrowed, copies, treeSize);
  const entries = async function* (signal: AbortSignal) {
    for await (const { cursor: _cursor, ...row } of snapshot.rows<Row>(ENTRIES, signal)) {
      if (row.seq > treeSize) return;
      if (isDisclosed(row, subjects)) yield row;
    }
  };
  return {
    withheld,
    async *lines(signal) {
      for await (const row of entries(signal)) yield `${entryLine(toEntry(row))}\n`;
    },
    async *proofs(signal) {
      const levels = levelsOf(snapshot, treeSize);
      const prove = ({ seq, hash }: { seq: number; hash: string }) => `${canonicalJson(proofOf(levels, { seq, hash, treeSize }))}\n`;
      for await (const row of entries(signal)) yield prove(row);
      const disclosed = new Set<number>();
      for (const entry of withheld) {
        if (!disclosed.has(entry.seq)) yield prove(entry);
        disclosed.add(entry.seq);
      }
    },
  };
}

const ENTRIES =
  'SELECT seq AS "cursor", seq, at, utcOffsetMinutes, actor, action, subject, payload, prevHash, hash, salt, keyId, signature FROM journal WHERE seq > ? ORDER BY seq LIMIT ?';

/** The seal that proves must cover all that is told: whatever came after it cannot be proved. */
function lastTreeSize({ raw }: CaseSnapshot): number {
  const { size } = raw.prepare('SELECT max(treeSize) AS size FROM seal').get() as { size: number | null };
  const { since } = raw.prepare("SELECT count(*) AS since FROM journal WHERE seq > ? AND action <> 'seal.made'").get(size ?? 0) as {
    since: number;
  };
  if (size === null || since > 0) throw new HoldfastError('export-unsealed', { entries: since });
  return size;
}

function isDisclosed({ action, subject }: Pick<Row, 'action' | 'subject'>, subjects: ReadonlySet<string>): boolean {
  return ALWAYS.has(action) || subjects.has(subject);
}

/** Everything that goes whole, by the ids the journal names it with. */
function disclosedSubjects({ gathered }: Narrowed, copies: readonly ExportedFile[]): Set<string> {
  const { items, passages, claims, incidents, parties, evidence, versions, carries, absences, passageLinks, tags } = gathered;
  const { relations, merges, grades, settlements, vocabulary } = gathered;
  const listed = [claims, incidents, parties, evidence, versions, absences, passageLinks, relations, merges, grades, settlements];
  const ids = [...listed, vocabulary.terms, vocabulary.fields].flatMap((list) => list.map(({ id }: { id: string }) => id));
  const files = [...items.values()].flatMap((item) => item.files.map(({ id }) => id));
  return new Set([
    ...ids,
    ...files,
    ...items.keys(),
    ...passages.keys(),
    ...carries.map(({ passageId }) => passageId),
    ...tags.map(({ tag }) => tag),
    ...copies.map(({ id }) => id),
  ]);
}

function withheldEntries(
  { raw }: CaseSnapshot,
  { withheldItems, withheldPassages }: Narrowed,
  copies: ReadonlyMap<string, string>,
  treeSize: number,
): WithheldEntry[] {
  const first = raw.prepare('SELECT seq, hash FROM journal WHERE subject = ? AND action = ? ORDER BY seq LIMIT 1');
  const entry = (kind: WithheldEntry['kind'], action: string, [id, reason]: [string, string]): WithheldEntry[] => {
    const found = first.get(id, action) as { seq: number; hash: string } | undefined;
    return found === undefined || found.seq > treeSize ? [] : [{ kind, id, ...found, reason, redactedCopy: copies.get(id) ?? null }];
  };
  return [
    ...[...withheldItems].flatMap((one) => entry('item', 'item.kept', one)),
    ...[...withheldPassages].flatMap((one) => entry('passage', 'passage.created', one)),
  ].toSorted((one, other) => one.seq - other.seq);
}

function levelsOf({ raw }: CaseSnapshot, treeSize: number): Levels {
  const hashes = raw.prepare('SELECT hash FROM journal WHERE seq <= ? ORDER BY seq').pluck().all(treeSize) as string[];
  return buildLevels(hashes.map(entryLeaf));
}

function proofOf(levels: Levels, { seq, hash, treeSize }: { seq: number; hash: string; treeSize: number }): Inclusion {
  return { seq, hash, treeSize, path: inclusionProof(levels, seq - 1).map((node) => node.toString('hex')) };
}
