/** Reads everything that stands in a case, as it goes into the case file. Removed things stay behind; their journal entries do not. */
import type {
  ExportedClaim,
  ExportedEvidence,
  ExportedIncident,
  ExportedItem,
  ExportedParty,
  ExportedCase,
} from '#shared/model/case-file.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { incidentAnalysis } from '../analysis/handlers.ts';
import { listClaims } from '../claims/list/list-claims.ts';
import type { CaseContext } from '../context.ts';
import { listIncidents } from '../incidents/read-incidents.ts';
import { getItem } from '../items/get-item.ts';
import { getText, listTexts } from '../items/get-text.ts';
import { livingItems } from '../items/list-items.ts';
import { listParties } from '../parties/read-parties.ts';
import { listPassages } from '../passages/list-passages.ts';
import { gatherActs, type GatheredActs } from './gather-acts.ts';
import { gatherLinks, type GatheredLinks } from './gather-links.ts';
import { gatherRecords, type GatheredRecords } from './gather-records.ts';
import { gatherVersions, type GatheredVersions } from './gather-versions.ts';
import { portableName } from './portable-name.ts';

export type Gathered = {
  record: ExportedCase;
  items: Map<string, ExportedItem>;
  passages: Map<string, Passage>;
  claims: ExportedClaim[];
  incidents: ExportedIncident[];
  analyses: Map<string, IncidentAnalysis>;
  parties: ExportedParty[];
  evidence: ExportedEvidence[];
  partyNames: Map<string, string>;
  incidentCodes: Map<string, string>;
  /** Whether only chosen things go. */
  isPart: boolean;
  /** Sources and passages that stay behind though chosen things stand on them, with the reason given; none in a whole export. */
  withheld: ReadonlyMap<string, string>;
} & GatheredVersions &
  GatheredLinks &
  GatheredRecords &
  GatheredActs;

/** `ctx.read` should be one unchanging view, so that the parts agree. */
export async function gatherCase(ctx: CaseContext, signal: AbortSignal): Promise<Gathered> {
  const items = await gatherItems(ctx, signal);
  const passages = await everything((page) => listPassages(ctx, page));
  const claims = await withEntries(ctx, await everything((page) => listClaims(ctx, page)));
  const incidents = await withEntries(ctx, await everything((page) => listIncidents(ctx, page)));
  const parties = await withEntries(ctx, await everything((page) => listParties(ctx, page)));
  const analyses = new Map<string, IncidentAnalysis>();
  for (const { id } of incidents) analyses.set(id, await incidentAnalysis(ctx, id));
  signal.throwIfAborted();
  const kept = { items: new Map(items.map((item) => [item.id, item])), passages: new Map(inOrder(passages).map((one) => [one.id, one])) };
  return {
    record: await caseRecord(ctx, {
      items: items.length,
      passages: passages.length,
      claims: claims.length,
      incidents: incidents.length,
      parties: parties.length,
    }),
    ...kept,
    ...(await gatherVersions(ctx, kept)),
    ...(await gatherLinks(ctx, kept.passages)),
    ...(await gatherRecords(ctx)),
    ...(await gatherActs(ctx)),
    claims: inOrder(claims),
    incidents,
    analyses,
    parties,
    evidence: inOrder(
      await withEntries(
        ctx,
        claims.flatMap((claim) => claim.evidence),
      ),
    ),
    partyNames: new Map(parties.map((party) => [party.id, party.name])),
    incidentCodes: new Map(incidents.map((incident) => [incident.id, incident.code])),
    isPart: false,
    withheld: new Map(),
  };
}

/** In the order they were kept. */
async function gatherItems(ctx: CaseContext, signal: AbortSignal): Promise<ExportedItem[]> {
  const ids = await livingItems(ctx).select('item.id').orderBy('item.capturedAt').orderBy('item.id').execute();
  const items: ExportedItem[] = [];
  const places = new Map<string, string>();
  for (const { id } of ids) {
    signal.throwIfAborted();
    items.push(await exportedItemOf(ctx, id, places));
  }
  return items;
}

export async function exportedItemOf(ctx: CaseContext, id: string, places: Map<string, string>): Promise<ExportedItem> {
  const item = await getItem(ctx, id);
  // What the bytes said, not what a person put in its place; that stands under `given`.
  const kept = await ctx.read.selectFrom('item').select(['title', 'source']).where('id', '=', id).executeTakeFirstOrThrow();
  const text = await getText(ctx, id);
  const entry = await ctx.read
    .selectFrom('journal')
    .select('seq')
    .where('subject', '=', id)
    .where('action', '=', 'item.kept')
    .executeTakeFirst();
  const { type, sourceUrl, language, originalName, method, capturedAt, completeness, facts, gaps, given } = item;
  return {
    id,
    type,
    ...kept,
    sourceUrl,
    language,
    originalName,
    method,
    capturedAt,
    completeness,
    facts,
    gaps,
    given,
    files: await exportedFiles(ctx, item, places),
    text: text === null ? null : { fileId: text.fileId, sha256: text.sha256, length: text.length, map: text.map },
    texts: await exportedTexts(ctx, id),
    journalEntry: entry?.seq ?? 1,
  };
}

async function exportedTexts(ctx: CaseContext, itemId: string): Promise<ExportedItem['texts']> {
  const derived = (await listTexts(ctx, itemId)).filter(({ kind }) => kind !== 'canonical');
  return Promise.all(
    derived.map(async ({ fileId, kind, language, sha256, length }) => {
      const text = await getText(ctx, itemId, fileId);
      return { fileId, kind: kind as ExportedItem['texts'][number]['kind'], language, sha256, length, map: text?.map ?? { kind: 'plain' } };
    }),
  );
}

/** `places` holds where bytes stand in the bag by SHA-256: an archive stands there once, whatever the number of its pages. */
async function exportedFiles(ctx: CaseContext, item: Item, places: Map<string, string>): Promise<ExportedItem['files']> {
  const taken = new Set(['item.json']);
  const digests = await ctx.read
    .selectFrom('blob')
    .select(['sha256', 'sha1', 'md5'])
    .where(
      'sha256',
      'in',
      item.files.map((file) => file.sha256),
    )
    .execute();
  const added = await ctx.read
    .selectFrom('addedFile')
    .select('fileId')
    .select(({ selectFrom }) =>
      selectFrom('journal')
        .select('seq')
        .whereRef('subject', '=', 'addedFile.fileId')
        .where('action', '=', 'file.derived')
        .orderBy('seq', 'desc')
        .limit(1)
        .as('seq'),
    )
    .where('itemId', '=', item.id)
    .execute();
  const entryOf = new Map(added.map((row) => [row.fileId, row.seq]));
  const bySha256 = new Map(digests.map((row) => [row.sha256, row]));
  return item.files.map((file) => ({
    ...file,
    toolParameters: file.toolParameters,
    sha1: bySha256.get(file.sha256)?.sha1 ?? '',
    md5: bySha256.get(file.sha256)?.md5 ?? '',
    addedEntry: entryOf.get(file.id) ?? null,
    path: placeOf(places, file.sha256, () => `data/items/${item.id}/${portableName(file.role, file.name, taken)}`),
  }));
}

function placeOf(places: Map<string, string>, sha256: string, make: () => string): string {
  const place = places.get(sha256) ?? make();
  places.set(sha256, place);
  return place;
}

async function caseRecord(ctx: CaseContext, counts: ExportedCase['counts']): Promise<ExportedCase> {
  const { caseId, title, createdAt, madeWith } = await ctx.read.selectFrom('caseRecord').selectAll().executeTakeFirstOrThrow();
  const head = await ctx.read.selectFrom('journal').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
  return { caseId, title, createdAt, madeWith, counts, journal: { entries: head.seq, head: head.hash } };
}

const PAGE = 1000;

async function everything<Row>(list: (page: { limit: number; offset: number }) => Promise<{ rows: Row[]; total: number }>): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const { rows } = await list({ limit: PAGE, offset: all.length });
    all.push(...rows);
    if (rows.length < PAGE) return all;
  }
}

async function withEntries<Thing extends { id: string }>(
  ctx: CaseContext,
  things: Thing[],
): Promise<(Thing & { journalEntries: number[] })[]> {
  const found: (Thing & { journalEntries: number[] })[] = [];
  for (const thing of things) {
    const rows = await ctx.read.selectFrom('journal').select('seq').where('subject', '=', thing.id).orderBy('seq').execute();
    found.push({ ...thing, journalEntries: rows.map((row) => row.seq) });
  }
  return found;
}

/** Ids sort by the time they were made. */
function inOrder<Thing extends { id: string }>(things: Thing[]): Thing[] {
  return things.sort((a, b) => (a.id < b.id ? -1 : 1));
}
