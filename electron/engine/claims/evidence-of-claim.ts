/** A claim's passages as its page shows them: gathered in a fixed number of queries, then put together by a pure function. */
import { sql } from 'kysely';
import { wordsAround, wordsKept } from '#shared/anchoring/words-around.ts';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { ClaimEvidence, PassageContext } from '#shared/model/claim-evidence.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import type { ItemRow, TextMap } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { getPassages } from '../passages/list-passages.ts';
import { itemTitle } from '../passages/narrow-passages.ts';
import { resolvePassage } from '../passages/passage-state.ts';
import { getClaim } from './read-claims.ts';

type Text = { text: string; map: string; language: string | null };
type File = { id: string; itemId: string; role: string; name: string; sha256: string; parentFileId: string | null };
type ItemFacts = {
  id: string;
  type: string;
  title: string;
  source: string;
  language: string | null;
} & ClaimEvidence['proof'];

/** What is gathered of the passages of one claim. */
export type Gathered = {
  links: readonly EvidenceLink[];
  /** Who made each link, by its id; the claim's author made those that are not named. */
  linkedBy: ReadonlyMap<string, string>;
  author: string;
  passages: ReadonlyMap<string, Passage>;
  contexts: ReadonlyMap<string, { context: PassageContext | null; language: string | null }>;
  items: ReadonlyMap<string, ItemFacts>;
  files: readonly File[];
};

/** In the order they were linked; `not-found` as `claims.get`. */
export async function evidenceOfClaim(
  ctx: CaseContext,
  { claimId }: ParsedInput<'evidence.ofClaim'>,
): Promise<CallOutput<'evidence.ofClaim'>> {
  const { evidence: links, createdBy: author } = await getClaim(ctx, claimId);
  const rows = await getPassages(ctx, [...new Set(links.map((link) => link.passageId))]);
  const passages = new Map(rows.map((row) => [row.id, row]));
  const itemIds = [...new Set(rows.map((row) => row.itemId))];
  const gathered = {
    links,
    author,
    passages,
    linkedBy: await linkedBy(ctx, links),
    contexts: await contextsOf(ctx, rows),
    items: await itemFacts(ctx, itemIds),
    files: await filesOfItems(ctx, itemIds),
  };
  return { evidence: evidenceRows(gathered) };
}

/** Pure. Links whose passage is no more are left out; a passage that is used cannot be removed. */
export function evidenceRows({ links, linkedBy, author, passages, contexts, items, files }: Gathered): ClaimEvidence[] {
  const byId = new Map(files.map((file) => [file.id, file]));
  return links.flatMap((link) => {
    const passage = passages.get(link.passageId);
    const item = passage === undefined ? undefined : items.get(passage.itemId);
    if (passage === undefined || item === undefined) return [];
    const { id, type, title, source, state, at } = item;
    const { context, language } = contexts.get(passage.id) ?? { context: null, language: null };
    return [
      {
        ...link,
        linkedBy: linkedBy.get(link.id) ?? author,
        passage,
        context,
        language: passage.language ?? language ?? item.language,
        item: { id, type: type as ItemRow['type'], title, source },
        file: receivedFile(passage, files, byId),
        proof: { state, at },
      },
    ];
  });
}

/** The file as received that a passage goes back to: that of its text or picture, or the original, up to where nothing was derived. */
function receivedFile(passage: Passage, files: readonly File[], byId: ReadonlyMap<string, File>): ClaimEvidence['file'] {
  const own = files.filter((file) => file.itemId === passage.itemId);
  const canonical = passage.kind === 'area' ? undefined : own.find((file) => file.role === 'text' && file.sha256 === passage.textSha256);
  let file = byId.get(passage.textFileId ?? passage.fileId ?? '') ?? canonical ?? own.find((one) => one.role === 'original');
  for (let steps = 0; file !== undefined && file.parentFileId !== null && steps < 20; steps += 1)
    file = byId.get(file.parentFileId) ?? file;
  if (file === undefined) return null;
  const { id, role, name, sha256 } = file;
  return { id, role: role as NonNullable<ClaimEvidence['file']>['role'], name, sha256 };
}

/** The words around a passage as its text is now; those it was kept with when it is lost. Pure. */
export function contextOf(passage: Passage, text: Text | null): PassageContext | null {
  if (passage.start === null || passage.end === null) return null;
  const { start, end } = passage;
  const found =
    text === null || passage.state === 'lost'
      ? null
      : passage.state === 'exact'
        ? { start, end }
        : resolvePassage(passage, text.text, JSON.parse(text.map) as TextMap);
  if (text !== null && found !== null && found.start !== null)
    return { from: 'text', ...wordsAround(text.text, { start: found.start, end: found.end }) };
  const kept = wordsKept(passage.selectors);
  return kept === null ? null : { from: 'kept', ...kept };
}

/** Texts are read a few at a time, because a claim may stand on hundreds of long sources. */
const TEXTS_AT_ONCE = 20;

async function contextsOf(ctx: CaseContext, rows: readonly Passage[]): Promise<Gathered['contexts']> {
  const contexts = new Map<string, { context: PassageContext | null; language: string | null }>();
  const byText = [...Map.groupBy(rows, (row) => row.textFileId ?? row.itemId)];
  for (let at = 0; at < byText.length; at += TEXTS_AT_ONCE) {
    const some = byText.slice(at, at + TEXTS_AT_ONCE);
    const texts = await textsOf(ctx, some);
    for (const [key, passages] of some) {
      const text = texts.get(key) ?? null;
      for (const passage of passages) contexts.set(passage.id, { context: contextOf(passage, text), language: text?.language ?? null });
    }
  }
  return contexts;
}

async function textsOf(ctx: CaseContext, some: readonly [string, Passage[]][]): Promise<Map<string, Text>> {
  const keys = (isDerived: boolean) => some.filter(([, [first]]) => (first?.textFileId !== null) === isDerived).map(([key]) => key);
  const canonical = await ctx.read
    .selectFrom('canonicalText')
    .select(['itemId as key', 'text', 'map'])
    .where('itemId', 'in', keys(false))
    .execute();
  const derived = await ctx.read
    .selectFrom('derivedText')
    .select(['fileId as key', 'text', 'map', 'language'])
    .where('fileId', 'in', keys(true))
    .execute();
  return new Map([...canonical.map((row) => ({ ...row, language: null })), ...derived].map(({ key, ...text }) => [key, text]));
}

async function linkedBy(ctx: CaseContext, links: readonly EvidenceLink[]): Promise<Map<string, string>> {
  const rows = await ctx.read
    .selectFrom('journal')
    .select(['subject', 'actor'])
    .where('action', '=', 'evidence.linked')
    .where(sql<boolean>`subject IN (SELECT value FROM json_each(${JSON.stringify(links.map((link) => link.id))}))`)
    .execute();
  return new Map(rows.map(({ subject, actor }) => [subject, actor]));
}

async function itemFacts(ctx: CaseContext, ids: readonly string[]): Promise<Map<string, ItemFacts>> {
  const rows = await ctx.read
    .selectFrom('item')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .leftJoin('itemProof', 'itemProof.itemId', 'item.id')
    .select(['item.id', 'item.type', 'item.language', 'item.completeness', 'itemProof.state', 'itemProof.at'])
    .select([itemTitle.as('title'), sql<string>`coalesce(itemNote.source, item.source)`.as('source')])
    .where('item.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ completeness, state, ...row }) => [row.id, { ...row, state: proofState(completeness, state) }]));
}

/** As the library says it: altered and missing outrank partial, which outranks verified. */
function proofState(completeness: string, state: string | null): ClaimEvidence['proof']['state'] {
  if (state === 'altered' || state === 'missing') return state;
  if (completeness === 'partial') return 'partial';
  return state === 'verified' ? 'verified' : 'kept';
}

async function filesOfItems(ctx: CaseContext, itemIds: readonly string[]): Promise<File[]> {
  return ctx.read
    .selectFrom('file')
    .select(['id', 'itemId', 'role', 'name', 'sha256', 'parentFileId'])
    .where('itemId', 'in', itemIds)
    .orderBy('id')
    .execute();
}
