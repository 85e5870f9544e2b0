import type { CaseHandlers } from '../handlers.ts';
import { acceptTexts, carryTexts } from './carry-texts.ts';
import { dropDraft, listDrafts, putDraft } from './drafts.ts';
import { exportTrack } from './export-track.ts';
import { importTranscript } from './import-transcript.ts';
import { keepTranscript, keepTranslation } from './keep-transcript.ts';
import { previewTranscript } from './preview-transcript.ts';

export const transcriptCalls = {
  'transcripts.preview': previewTranscript,
  'transcripts.import': importTranscript,
  'transcripts.keep': keepTranscript,
  'translations.keep': keepTranslation,
  'transcripts.drafts': listDrafts,
  'transcripts.putDraft': putDraft,
  'transcripts.dropDraft': async (ctx, input) => {
    await dropDraft(ctx, input);
    return {};
  },
  'transcripts.export': exportTrack,
  'transcripts.carry': carryTexts,
  'transcripts.accept': acceptTexts,
} satisfies Partial<CaseHandlers>;
