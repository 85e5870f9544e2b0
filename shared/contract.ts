/**
 * The one boundary: every call's name, input and output. Types are inferred from here; the engine's handler table and
 * main's must `satisfies` it. `where` says which process answers: `engine` (the case) or `main` (dialogs, Chromium).
 * `changes` names what of the case a successful call may alter; the engine announces it. The calls themselves stand
 * feature by feature in `contract/`.
 */
import type { z } from 'zod';
import { actsContract } from './contract/acts.ts';
import { analysisContract } from './contract/analysis.ts';
import { annotationsContract } from './contract/annotations.ts';
import { backupContract } from './contract/backup.ts';
import { capturesContract } from './contract/captures.ts';
import { caseContract } from './contract/case.ts';
import { claimPageContract } from './contract/claim-page.ts';
import { caseViewsContract } from './contract/case-views.ts';
import { claimsContract } from './contract/claims.ts';
import { claimsTableContract } from './contract/claims-table.ts';
import { custodyContract } from './contract/custody.ts';
import { itemsContract } from './contract/items.ts';
import { jobsContract } from './contract/jobs.ts';
import { linksGradesContract } from './contract/links-grades.ts';
import { mergesContract } from './contract/merges.ts';
import { mediaContract } from './contract/media.ts';
import { ocrContract } from './contract/ocr.ts';
import { passagesContract } from './contract/passages.ts';
import { picturesContract } from './contract/pictures.ts';
import { pdfContract } from './contract/pdf.ts';
import { proofContract } from './contract/proof.ts';
import { queueContract } from './contract/queue.ts';
import { redactionsContract } from './contract/redactions.ts';
import { replayContract } from './contract/replay.ts';
import { sealsContract } from './contract/seals.ts';
import { tablesContract } from './contract/tables.ts';
import { timestampsContract } from './contract/timestamps.ts';
import { transcriptsContract } from './contract/transcripts.ts';
import { versionsContract } from './contract/versions.ts';
import { vocabularyContract } from './contract/vocabulary.ts';
import { windowContract } from './contract/window.ts';

export const contract = {
  ...caseContract,
  ...itemsContract,
  ...capturesContract,
  ...queueContract,
  ...versionsContract,
  ...mediaContract,
  ...ocrContract,
  ...passagesContract,
  ...transcriptsContract,
  ...picturesContract,
  ...actsContract,
  ...annotationsContract,
  ...pdfContract,
  ...redactionsContract,
  ...claimsContract,
  ...claimsTableContract,
  ...claimPageContract,
  ...analysisContract,
  ...linksGradesContract,
  ...tablesContract,
  ...caseViewsContract,
  ...vocabularyContract,
  ...proofContract,
  ...backupContract,
  ...sealsContract,
  ...mergesContract,
  ...timestampsContract,
  ...custodyContract,
  ...jobsContract,
  ...replayContract,
  ...windowContract,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** The input after defaults are filled in: what a handler gets. */
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;

export type EngineCallName = { [Name in CallName]: Contract[Name]['where'] extends 'engine' ? Name : never }[CallName];
export type MainCallName = Exclude<CallName, EngineCallName>;
