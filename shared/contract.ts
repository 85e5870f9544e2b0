/**
 * The one boundary: every call's name, input and output. Types are inferred from here; the engine's handler table and
 * main's must `satisfies` it. `where` says which process answers: `engine` (the case) or `main` (dialogs, Chromium).
 * `changes` names what of the case a successful call may alter; the engine announces it.
 */
import { z } from 'zod';
import { incidentAnalysis } from './model/analysis.ts';
import { captureOptions, stagedCapture } from './model/capture.ts';
import { caseInfo, recentCase } from './model/case.ts';
import { claim, claimFields, evidenceLink, incident, incidentFields, party, partyFields } from './model/claims.ts';
import { job, type Topic } from './model/events.ts';
import { canonicalText, importOutcome, item, itemFile, itemNote, itemRow, itemSort, itemType } from './model/items.ts';
import { journalEntry } from './model/journal.ts';
import { passage, passageNotes, passageTarget } from './model/passages.ts';
import { id, jobId, pageOf, pageRequest, sha256, sortDirection, timestamp, words } from './model/primitives.ts';
import { caseFileReport, exportResult, verifyReport } from './model/proof.ts';
import { archivedUrl, replayArchive, replayBounds, replayId } from './model/replay.ts';
import { searchHit, searchKinds } from './model/search.ts';
import { stances } from './model/vocabulary.ts';

type Call<Input extends z.ZodType, Output extends z.ZodType> = {
  where: 'engine' | 'main';
  input: Input;
  output: Output;
  changes: readonly Topic[];
};

function engineCall<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
  ...changes: Topic[]
): Call<Input, Output> & { where: 'engine' } {
  return { where: 'engine', input, output, changes };
}
function mainCall<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Call<Input, Output> & { where: 'main' } {
  return { where: 'main', input, output, changes: [] };
}

const nothing = z.object({});
const byId = z.object({ id });
const path = z.string().min(1).max(4096);
const reason = words;

export const contract = {
  // Case
  'case.create': engineCall(z.object({ folder: path, title: words }), caseInfo, 'case'),
  'case.open': engineCall(z.object({ folder: path, access: z.enum(['write', 'read']).default('write') }), caseInfo, 'case'),
  'case.close': engineCall(nothing, nothing, 'case'),
  'case.info': engineCall(nothing, caseInfo.nullable()),
  /** Who acts from now on, as the journal names them. */
  'session.identify': engineCall(z.object({ actor: words }), nothing),

  // Items
  'items.import': engineCall(
    z.object({ paths: z.array(path).min(1), jobId: jobId.optional() }),
    z.object({ outcomes: z.array(importOutcome) }),
    'items',
    'journal',
    'case',
  ),
  'items.list': engineCall(
    z.object({
      types: z.array(itemType).optional(),
      filter: z.enum(['all', 'without-passage', 'needs-attention']).default('all'),
      words: z.string().max(200).optional(),
      sort: itemSort.default('capturedAt'),
      direction: sortDirection.default('descending'),
      ...pageRequest,
    }),
    pageOf(itemRow),
  ),
  'items.get': engineCall(byId, item),
  'items.text': engineCall(byId, canonicalText.nullable()),
  'items.describe': engineCall(z.object({ id, given: itemNote.partial() }), item, 'items', 'journal'),
  'items.remove': engineCall(z.object({ id, reason }), nothing, 'items', 'passages', 'journal', 'case'),
  'files.get': engineCall(z.object({ fileId: id }), itemFile),
  'blobs.locate': engineCall(z.object({ sha256 }), z.object({ path: z.string(), size: z.number().int() })),
  'captures.keep': engineCall(
    z.object({ staged: stagedCapture, jobId: jobId.optional() }),
    z.object({ itemId: id }),
    'items',
    'journal',
    'case',
  ),

  // Passages
  'passages.create': engineCall(
    z.intersection(z.object({ itemId: id, ...passageNotes.shape }), passageTarget),
    passage,
    'passages',
    'items',
    'journal',
    'case',
  ),
  'passages.update': engineCall(z.object({ id, ...passageNotes.shape }), passage, 'passages', 'journal'),
  'passages.remove': engineCall(z.object({ id, reason }), nothing, 'passages', 'items', 'claims', 'journal', 'case'),
  'passages.list': engineCall(z.object({ itemId: id.optional(), tag: z.string().optional(), ...pageRequest }), pageOf(passage)),
  'passages.get': engineCall(byId, passage),

  // Claims, parties, incidents
  'claims.create': engineCall(
    z.object({
      ...claimFields.shape,
      evidence: z.array(z.object({ passageId: id, stance: z.enum(stances), note: z.string().default('') })).default([]),
    }),
    claim,
    'claims',
    'incidents',
    'parties',
    'passages',
    'items',
    'journal',
    'case',
  ),
  'claims.update': engineCall(z.object({ id, fields: claimFields }), claim, 'claims', 'incidents', 'parties', 'journal'),
  'claims.remove': engineCall(z.object({ id, reason }), nothing, 'claims', 'incidents', 'parties', 'passages', 'items', 'journal', 'case'),
  'claims.list': engineCall(
    z.object({
      incidentId: id.optional(),
      partyId: id.optional(),
      itemId: id.optional(),
      words: z.string().max(200).optional(),
      ...pageRequest,
    }),
    pageOf(claim),
  ),
  'claims.get': engineCall(byId, claim),
  'evidence.link': engineCall(
    z.object({ claimId: id, passageId: id, stance: z.enum(stances), note: z.string().default('') }),
    evidenceLink,
    'claims',
    'passages',
    'items',
    'journal',
  ),
  'evidence.unlink': engineCall(z.object({ id, reason }), nothing, 'claims', 'passages', 'items', 'journal'),
  'parties.create': engineCall(partyFields, party, 'parties', 'journal', 'case'),
  'parties.update': engineCall(z.object({ id, fields: partyFields }), party, 'parties', 'claims', 'journal'),
  'parties.remove': engineCall(z.object({ id, reason }), nothing, 'parties', 'journal', 'case'),
  'parties.list': engineCall(z.object({ words: z.string().max(200).optional(), ...pageRequest }), pageOf(party)),
  'parties.get': engineCall(byId, party),
  'incidents.create': engineCall(incidentFields, incident, 'incidents', 'journal', 'case'),
  'incidents.update': engineCall(z.object({ id, fields: incidentFields }), incident, 'incidents', 'claims', 'journal'),
  'incidents.remove': engineCall(z.object({ id, reason }), nothing, 'incidents', 'journal', 'case'),
  'incidents.list': engineCall(z.object({ words: z.string().max(200).optional(), ...pageRequest }), pageOf(incident)),
  'incidents.get': engineCall(byId, incident),
  'analysis.incident': engineCall(z.object({ incidentId: id }), incidentAnalysis),

  // Search, proof, export
  'search.query': engineCall(
    z.object({ words: z.string().min(1).max(500), kinds: z.array(z.enum(searchKinds)).optional(), ...pageRequest }),
    pageOf(searchHit),
  ),
  'journal.list': engineCall(
    z.object({
      subject: z.string().optional(),
      action: z.string().optional(),
      direction: sortDirection.default('descending'),
      ...pageRequest,
    }),
    pageOf(journalEntry),
  ),
  'verify.run': engineCall(z.object({ jobId: jobId.optional() }), verifyReport, 'proof', 'items', 'journal', 'case'),
  'verify.last': engineCall(nothing, verifyReport.nullable()),
  'export.create': engineCall(
    z.object({ out: path, zip: z.boolean().default(false), jobId: jobId.optional() }),
    exportResult,
    'journal',
    'case',
  ),
  'casefile.verify': engineCall(z.object({ path, jobId: jobId.optional() }), caseFileReport),

  // Jobs
  'jobs.list': engineCall(nothing, z.array(job)),
  'jobs.cancel': engineCall(z.object({ jobId }), z.object({ found: z.boolean() })),

  // Answered by main: windows, dialogs, Chromium
  'capture.run': mainCall(
    z.object({ url: z.string().max(8192), options: captureOptions.optional(), jobId: jobId.optional() }),
    z.object({ itemId: id }),
  ),
  /**
   * Opens an archive (WACZ or WARC) in a sealed session of its own, in place of any open before, and shows the page
   * asked for, or the archive's first. Resolves once the archive is read; what is shown then comes as events.
   */
  'replay.open': mainCall(
    z.object({ replayId, fileId: id, page: z.object({ url: archivedUrl, at: timestamp }).nullable() }),
    replayArchive,
  ),
  /** Lays the replay over the window's pane, or takes it out of sight and silences it. */
  'replay.place': mainCall(z.object({ replayId, bounds: replayBounds }), nothing),
  'replay.show': mainCall(z.object({ replayId, url: archivedUrl, at: timestamp }), nothing),
  'replay.step': mainCall(z.object({ replayId, step: z.enum(['back', 'forward', 'reload']) }), nothing),
  /** Gives the keyboard to the replayed page. */
  'replay.focus': mainCall(z.object({ replayId }), nothing),
  'replay.close': mainCall(z.object({ replayId }), nothing),
  'sample.open': mainCall(z.object({ jobId: jobId.optional() }), caseInfo),
  'dialogs.chooseFiles': mainCall(z.object({ folders: z.boolean().default(false) }), z.object({ paths: z.array(z.string()) })),
  'dialogs.chooseCase': mainCall(nothing, z.object({ folder: z.string().nullable() })),
  'dialogs.newCase': mainCall(z.object({ title: words }), z.object({ folder: z.string().nullable() })),
  'dialogs.saveCaseFile': mainCall(z.object({ name: z.string(), zip: z.boolean() }), z.object({ path: z.string().nullable() })),
  'dialogs.chooseCaseFile': mainCall(nothing, z.object({ path: z.string().nullable() })),
  'recent.list': mainCall(nothing, z.array(recentCase)),
  'files.reveal': mainCall(z.object({ path }), nothing),
  'settings.get': mainCall(nothing, z.object({ theme: z.enum(['system', 'light', 'dark']), actor: z.string() })),
  'settings.set': mainCall(z.object({ theme: z.enum(['system', 'light', 'dark']).optional(), actor: words.optional() }), nothing),
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** The input after defaults are filled in: what a handler gets. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;

export type EngineCallName = { [Name in CallName]: Contract[Name]['where'] extends 'engine' ? Name : never }[CallName];
export type MainCallName = Exclude<CallName, EngineCallName>;
