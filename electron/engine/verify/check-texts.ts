import { readFile } from 'node:fs/promises';
import { makeFinding } from '#shared/finding-words.ts';
import type { Finding, FindingCode } from '#shared/model/proof.ts';
import type { Selector } from '#shared/model/passages.ts';
import { passageState } from '../passages/passage-state.ts';
import type { BlobStore } from '../store/blob-store.ts';
import type { CaseSnapshot } from './case-snapshot.ts';
import { sha256Of } from './check-chain.ts';

export type TextCheck = { findings: Finding[]; texts: number; passages: number };

type TextRow = { itemId: string; fileId: string; sha256: string; text: string };
type PassageRow = { id: string; itemId: string; selectors: string; quote: string; start: number | null };

/** Things other checks have named already, so that one cause is told once. */
export type Known = { badBlobs: ReadonlyMap<string, unknown>; mismatched: ReadonlySet<string> };

/** The texts of items, and which passages stand in one: in the canonical text those that name no other. */
const kinds = [
  { table: 'canonicalText', passages: 'itemId = @itemId AND textFileId IS NULL' },
  { table: 'derivedText', passages: 'textFileId = @fileId' },
] as const;
/** Texts can be long; few are held at once. */
const PAGE = 20;

/** Compares every stored canonical text with its sealed bytes, and finds every passage again in the sealed text. */
export async function checkTexts(snapshot: CaseSnapshot, store: BlobStore, known: Known, signal: AbortSignal): Promise<TextCheck> {
  const check: TextCheck = { findings: [], texts: 0, passages: 0 };
  for (const { table, passages: standing } of kinds) {
    const texts = `SELECT rowid AS "cursor", itemId, fileId, sha256, text FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ?`;
    const passages = snapshot.raw.prepare(`SELECT id, itemId, selectors, quote, "start" FROM passage WHERE ${standing}
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = passage.id) ORDER BY id`);
    for await (const row of snapshot.rows<TextRow>(texts, signal, PAGE)) {
      check.texts += 1;
      const { itemId, fileId, sha256 } = row;
      const same = sha256Of(row.text) === sha256;
      if (!same && !known.mismatched.has(table === 'canonicalText' ? itemId : fileId))
        check.findings.push(makeFinding('text-altered', itemId, { itemId, facts: { sha256 } }));
      const sealed = same ? row.text : await sealedText(store, row, known);
      for (const passage of passages.all(table === 'canonicalText' ? { itemId } : { fileId }) as PassageRow[]) {
        check.passages += 1;
        if (sealed !== null && !known.mismatched.has(passage.id)) check.findings.push(...resolve(passage, sealed));
      }
    }
  }
  return check;
}

/** The text as sealed, when its blob still holds it. Passages are measured against this, not against an altered row. */
async function sealedText(store: BlobStore, { sha256 }: TextRow, { badBlobs }: Known): Promise<string | null> {
  if (badBlobs.has(sha256)) return null;
  try {
    return await readFile(store.pathOf(sha256), 'utf8');
  } catch {
    return null; // The row names a blob the case does not have: told as a mismatch of the item.
  }
}

const codes = { moved: 'passage-moved', approximate: 'passage-approximate', lost: 'passage-lost' } as const satisfies Record<
  string,
  FindingCode
>;

function resolve({ id, itemId, selectors, quote, start }: PassageRow, text: string): Finding[] {
  const { state } = passageState({ selectors: JSON.parse(selectors) as Selector[], quote, start }, text);
  if (state === 'exact') return [];
  return [makeFinding(codes[state], id, { itemId, passageId: id, facts: { quote: quote.slice(0, 200) } })];
}
