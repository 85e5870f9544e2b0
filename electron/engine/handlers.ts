/** Which function answers which call. `EngineHandlers` take the process, `CaseHandlers` the open case. */
import type { CallOutput, EngineCallName, ParsedInput } from '#shared/contract.ts';
import { absenceCalls } from './absences/handlers.ts';
import { analysisCalls } from './analysis/handlers.ts';
import { annotationCalls } from './annotations/handlers.ts';
import { backupCalls, restoreCalls } from './backup/handlers.ts';
import { captureCalls } from './captures/handlers.ts';
import { caseCalls } from './case/handlers.ts';
import { configureCase } from './case/case-settings.ts';
import { caseFileCalls } from './casefile/handlers.ts';
import { claimCalls } from './claims/handlers.ts';
import type { CaseContext, EngineState } from './context.ts';
import { custodyCalls } from './custody/handlers.ts';
import { exportCalls } from './export/handlers.ts';
import { imageCalls } from './image/handlers.ts';
import { gapCalls } from './gaps/handlers.ts';
import { gradeCalls } from './grades/handlers.ts';
import { importCalls } from './import/handlers.ts';
import { incidentCalls } from './incidents/handlers.ts';
import { itemCalls } from './items/handlers.ts';
import { linkCalls } from './links/handlers.ts';
import { mergeCalls } from './merge/handlers.ts';
import { mediaCalls } from './media/handlers.ts';
import { networkCalls } from './network/handlers.ts';
import { ocrCalls, ocrLanguageCalls } from './ocr/handlers.ts';
import { partyCalls } from './parties/handlers.ts';
import { passageCalls } from './passages/handlers.ts';
import { pdfCalls } from './pdf/handlers.ts';
import { repairCalls } from './repair/handlers.ts';
import { queueCalls } from './queue/handlers.ts';
import { receivedCalls } from './received/handlers.ts';
import { redactionCalls } from './redaction/handlers.ts';
import { sealCalls } from './seal/handlers.ts';
import { searchCalls } from './search/handlers.ts';
import { tableCalls } from './tables/handlers.ts';
import { timestampCalls } from './timestamps/handlers.ts';
import { timelineCalls } from './timeline/handlers.ts';
import { transcriptCalls } from './transcripts/handlers.ts';
import { snapshotCalls } from './snapshot/handlers.ts';
import { undoCalls } from './undo/handlers.ts';
import { verifyCalls } from './verify/handlers.ts';
import { videoCalls, videoHelperCalls } from './video/handlers.ts';
import { versionCalls } from './versions/handlers.ts';
import { vocabularyCalls } from './vocabulary/handlers.ts';

/** Calls that need no open case. */
type ProcessCallName =
  | 'case.create'
  | 'case.open'
  | 'case.close'
  | 'case.info'
  | 'session.identify'
  | 'casefile.verify'
  | 'casefile.open'
  | 'casefile.import'
  | 'case.restore'
  | 'case.repair'
  | 'video.helper'
  | 'ocr.languages'
  | 'jobs.list'
  | 'jobs.cancel';

export type EngineHandlers = {
  [Name in ProcessCallName]: (engine: EngineState, input: ParsedInput<Name>) => Promise<CallOutput<Name>>;
};
export type CaseHandlers = {
  [Name in Exclude<EngineCallName, ProcessCallName>]: (ctx: CaseContext, input: ParsedInput<Name>) => Promise<CallOutput<Name>>;
};

export const engineHandlers = {
  ...caseCalls,
  ...caseFileCalls,
  ...receivedCalls,
  ...videoHelperCalls,
  ...ocrLanguageCalls,
  ...restoreCalls,
  ...repairCalls,
} satisfies EngineHandlers;
export const caseHandlers = {
  'case.configure': configureCase,
  ...captureCalls,
  ...videoCalls,
  ...ocrCalls,
  ...itemCalls,
  ...importCalls,
  ...mediaCalls,
  ...passageCalls,
  ...imageCalls,
  ...snapshotCalls,
  ...undoCalls,
  ...annotationCalls,
  ...pdfCalls,
  ...redactionCalls,
  ...verifyCalls,
  ...exportCalls,
  ...backupCalls,
  ...claimCalls,
  ...partyCalls,
  ...linkCalls,
  ...gradeCalls,
  ...incidentCalls,
  ...tableCalls,
  ...analysisCalls,
  ...timelineCalls,
  ...networkCalls,
  ...gapCalls,
  ...searchCalls,
  ...sealCalls,
  ...mergeCalls,
  ...timestampCalls,
  ...custodyCalls,
  ...queueCalls,
  ...versionCalls,
  ...vocabularyCalls,
  ...absenceCalls,
  ...transcriptCalls,
} satisfies CaseHandlers;
