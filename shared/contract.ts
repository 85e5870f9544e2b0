/**
 * The one boundary: every call's name, input and output. Types are inferred from here; the engine's handler table and
 * main's must `satisfies` it. `where` says which process answers: `engine` (the case) or `main` (dialogs, Chromium).
 * `changes` names what of the case a successful call may alter; the engine announces it.
 */
import { z } from 'zod';
import { incidentAnalysis } from './model/analysis.ts';
import { captureReport } from './model/capture-report.ts';
import { captureOptions, stagedCapture } from './model/capture.ts';
import { caseInfo, recentCase } from './model/case.ts';
import { claim, claimFields, evidenceLink, incident, incidentFields, party, partyFields } from './model/claims.ts';
import { stagedDownload } from './model/download.ts';
import { job, type Topic } from './model/events.ts';
import { canonicalText, importOutcome, item, itemFile, itemNote, itemRow, itemSort, itemType } from './model/items.ts';
import { journalEntry } from './model/journal.ts';
import { passage, passageNotes, passageTarget } from './model/passages.ts';
import { id, jobId, pageOf, pageRequest, sha256, sortDirection, timestamp, words } from './model/primitives.ts';
import { caseFileReport, exportResult, verifyReport } from './model/proof.ts';
import { listFate, pauseReason, queueAsked, queueCounts, queueEntry, queueState, queueStatus } from './model/queue.ts';
import { archivedUrl, replayArchive, replayBounds, replayId } from './model/replay.ts';
import { searchHit, searchKinds } from './model/search.ts';
import { fetchedVideo, videoHelper, videoLimits, videoSign } from './model/video.ts';
import { absence, carriedPassage, itemVersion, versionComparison, versionLink } from './model/versions.ts';
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
  /** Notes that the logins and traces of the case's browsing session were taken from this computer. */
  'captures.sessionWiped': engineCall(z.object({ cookies: z.number().int(), sites: z.number().int() }), nothing, 'journal', 'case'),
  'captures.keep': engineCall(
    /** `queueId`: the entry of the capture queue that is done with this item, written in the same transaction. */
    z.object({ staged: stagedCapture, jobId: jobId.optional(), queueId: id.optional() }),
    z.object({ itemId: id }),
    'items',
    'journal',
    'case',
    'queue',
  ),

  // Capture queue
  /** A list as text, or the path of a .txt or .csv file that holds one. */
  'queue.add': engineCall(
    z.union([
      z.object({ text: z.string().max(32_000_000), options: captureOptions.optional() }),
      z.object({ path, options: captureOptions.optional() }),
    ]),
    z.object({ fates: z.array(listFate) }),
    'queue',
    'journal',
    'case',
  ),
  'queue.list': engineCall(
    z.object({ states: z.array(queueState).optional(), cleared: z.boolean().default(false), ...pageRequest }),
    z.object({ ...pageOf(queueEntry).shape, counts: queueCounts }),
  ),
  /** Failed and cancelled entries wait again; without ids, all that failed. */
  'queue.retry': engineCall(
    z.object({
      ids: z.array(id).max(100_000).optional(),
      certificateConsent: sha256.optional(),
      timeLimitMs: captureOptions.shape.timeLimitMs.unwrap().optional(),
    }),
    z.object({ changed: z.number().int() }),
    'queue',
    'journal',
    'case',
  ),
  /** Waiting entries are cancelled, running ones among them; without ids, all. */
  'queue.cancel': engineCall(
    z.object({ ids: z.array(id).max(100_000).optional() }),
    z.object({ changed: z.number().int() }),
    'queue',
    'journal',
    'case',
  ),
  /** Takes ended entries off the list. They and the journal stay. */
  'queue.clear': engineCall(
    z.object({ states: z.array(queueState).default(['done', 'cancelled']) }),
    z.object({ changed: z.number().int() }),
    'queue',
    'journal',
    'case',
  ),
  /** What the case remembers of whether its queue was asked to run; null before it ever was. */
  'queue.asked': engineCall(nothing, queueAsked.nullable()),
  /** Of the program to its case: that the queue was started, or why it stands still. */
  'queue.ask': engineCall(
    z.object({
      asked: z.enum(['running', 'paused']),
      reason: pauseReason.nullable().default(null),
      error: queueAsked.shape.error.default(null),
    }),
    nothing,
    'queue',
    'journal',
    'case',
  ),
  /** Of the program to its case: the entry to take next, apart from those that rest and those of busy hosts. */
  'queue.next': engineCall(z.object({ busyHosts: z.array(z.string()), resting: z.array(id) }), queueEntry.nullable()),
  /** Of the program to its case: a try that failed, for good or to be tried `again`. */
  'queue.fail': engineCall(
    z.object({ id, error: queueAsked.shape.error.unwrap(), again: z.boolean() }),
    queueEntry,
    'queue',
    'journal',
    'case',
  ),
  /** A download that an address turned out to be, read and kept as an import of its kind would be. */
  'captures.keepDownload': engineCall(
    z.object({ staged: stagedDownload, jobId: jobId.optional(), queueId: id.optional() }),
    z.object({ itemId: id }),
    'items',
    'journal',
    'case',
    'queue',
  ),
  /** Which signs of a video a staged page bears; none when there is nothing to fetch. */
  'video.find': engineCall(
    z.object({ folder: path, url: z.string(), jsonLd: z.array(z.string()) }),
    z.object({ signs: z.array(videoSign) }),
  ),
  /** Fetches the video at an address into a staging folder of the case, as a job of its own. What fails is a gap. */
  'video.fetch': engineCall(
    z.object({ url: z.string().max(8192), folder: path, limits: videoLimits, jobId: jobId.optional() }),
    fetchedVideo,
  ),
  'video.helper': engineCall(nothing, videoHelper),

  /** How good a capture is, as it was found when it was kept; null for what was not captured. */
  'captures.report': engineCall(z.object({ itemId: id }), captureReport.nullable()),
  // Versions of a page, and pages gone
  'versions.list': engineCall(z.object({ itemId: id }), z.object({ versions: z.array(itemVersion), absences: z.array(absence) })),
  'versions.link': engineCall(z.object({ itemId: id, earlierId: id }), versionLink, 'items', 'journal'),
  'versions.unlink': engineCall(z.object({ itemId: id, reason }), nothing, 'items', 'journal'),
  'versions.compare': engineCall(z.object({ fromId: id, toId: id }), versionComparison),
  /** Where the passages of an earlier version stand in a newer one. Makes nothing. */
  'versions.carry': engineCall(z.object({ fromId: id, toId: id }), z.object({ passages: z.array(carriedPassage) })),
  /** Makes passages in the newer version of those named. An approximate one must be named alone. */
  'versions.accept': engineCall(
    z.object({ toId: id, passageIds: z.array(id).min(1).max(1000) }),
    z.object({ passages: z.array(passage) }),
    'passages',
    'items',
    'journal',
    'case',
  ),
  /** Told by whoever asked for the page: the window's capture, the queue, a script. */
  'absences.record': engineCall(
    z.object({
      askedUrl: z.url().max(8192),
      finalUrl: z.url().max(8192).optional(),
      at: timestamp.optional(),
      status: z.union([z.literal(404), z.literal(410)]),
      responseHeaders: z.array(z.tuple([z.string(), z.string()])).default([]),
      remoteAddress: z.string().nullable().default(null),
      serverDate: z.string().nullable().default(null),
      keptItemId: id.nullable().default(null),
    }),
    absence,
    'items',
    'journal',
    'case',
  ),
  'absences.list': engineCall(z.object(pageRequest), pageOf(absence)),

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
  /** Takes up the queue of the open case: what waits is captured, at most three at a time and never two of one host. */
  'queue.run': mainCall(nothing, queueStatus),
  /** Nothing more is taken; what runs comes to its end. */
  'queue.pause': mainCall(nothing, queueStatus),
  'queue.status': mainCall(nothing, queueStatus),
  /** Opens the window in which a person browses and keeps pages, in the case's own session. */
  'handsOn.open': mainCall(z.object({ url: z.string().max(8192).optional() }), nothing),
  'handsOn.sessionInfo': mainCall(
    nothing,
    z.object({ cookies: z.number().int(), sites: z.array(z.object({ site: z.string(), cookies: z.number().int() })) }),
  ),
  'handsOn.wipe': mainCall(nothing, nothing),
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
  /** A program is chosen in the system's dialog and nowhere else, so that nothing in the window can name one to run. */
  'helpers.choose': mainCall(nothing, z.object({ path: z.string().nullable() })),
  'helpers.forget': mainCall(nothing, nothing),
  'files.reveal': mainCall(z.object({ path }), nothing),
  'settings.get': mainCall(
    nothing,
    z.object({ theme: z.enum(['system', 'light', 'dark']), actor: z.string(), ytDlp: z.string().nullable() }),
  ),
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
