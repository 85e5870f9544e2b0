/** Transcripts and translations of a recording: read from files, typed by hand, corrected. */
import { z } from 'zod';
import { passage } from '../model/passages.ts';
import { id } from '../model/primitives.ts';
import {
  cueWarning,
  draftLine,
  languageTag,
  transcriptDraft,
  transcriptPreview,
  transcriptSource,
  translator,
  wordsKind,
} from '../model/transcripts.ts';
import { carriedPassage } from '../model/versions.ts';
import { engineCall, nothing, path } from './call.ts';

const lines = z.array(draftLine).min(1).max(100_000);
const kept = z.object({ fileId: id });

export const transcriptsContract = {
  /** Reads a file of subtitles and keeps nothing. */
  'transcripts.preview': engineCall(transcriptSource, transcriptPreview),
  /**
   * Keeps a file of subtitles unaltered as a file of the recording, and its lines as a text of it. A translation names
   * its translator, and the text it is of when that is known.
   */
  'transcripts.import': engineCall(
    z.object({
      ...transcriptSource.shape,
      kind: wordsKind,
      language: languageTag,
      translator: translator.optional(),
      textFileId: id.optional(),
    }),
    z.object({ fileId: id, receivedFileId: id, warnings: z.array(cueWarning), remarks: z.number().int() }),
    'items',
    'journal',
    'case',
  ),
  /** Lines typed by hand, each with its times; the draft they came from goes with the same act. */
  'transcripts.keep': engineCall(
    z.object({ itemId: id, language: languageTag, lines, corrects: id.optional(), startedFrom: id.optional(), draftId: id.optional() }),
    kept,
    'items',
    'journal',
    'case',
    'drafts',
  ),
  /** A line for each line of the text translated (`textFileId`), in its order; empty where nothing is translated. */
  'translations.keep': engineCall(
    z.object({
      itemId: id,
      textFileId: id,
      language: languageTag,
      translator,
      lines: z.array(z.string().max(10_000)).min(1).max(100_000),
      corrects: id.optional(),
      draftId: id.optional(),
    }),
    kept,
    'items',
    'journal',
    'case',
    'drafts',
  ),
  'transcripts.drafts': engineCall(z.object({ itemId: id }), z.array(transcriptDraft)),
  /** Writes down what is being typed. A draft is no evidence: it has no journal entry and is in no case file. */
  'transcripts.putDraft': engineCall(transcriptDraft.omit({ updatedAt: true, updatedBy: true }), transcriptDraft, 'drafts'),
  'transcripts.dropDraft': engineCall(z.object({ id }), nothing, 'drafts'),
  /** Writes a text of a recording as WebVTT or SubRip, by the ending of `out`. Refuses a name that is taken. */
  'transcripts.export': engineCall(
    z.object({ itemId: id, fileId: id.nullable().default(null), out: path }),
    z.object({ path: z.string(), lines: z.number().int() }),
  ),
  /** Where passages on one text of an item stand in another of its texts. Makes nothing. */
  'transcripts.carry': engineCall(
    z.object({ itemId: id, fromFileId: id.nullable(), toFileId: id.nullable() }),
    z.object({ passages: z.array(carriedPassage) }),
  ),
  /** Makes passages in the other text of those named. An approximate one must be named alone. */
  'transcripts.accept': engineCall(
    z.object({ itemId: id, toFileId: id.nullable(), passageIds: z.array(id).min(1).max(1000) }),
    z.object({ passages: z.array(passage) }),
    'passages',
    'items',
    'journal',
    'case',
  ),
};
