import { resolve } from 'node:path';
import { caseInfo } from '../case/case-info.ts';
import { closeCase } from '../case/handlers.ts';
import type { CaseContext, EngineState } from '../context.ts';
import type { EngineHandlers } from '../handlers.ts';
import { makeCaseFrom, openCaseFile } from './received-case.ts';

export const receivedCalls = {
  'casefile.open': async (engine, input) => show(engine, await openCaseFile(engine, input)),
  'casefile.import': async (engine, { folder, ...input }) =>
    show(engine, await makeCaseFrom(engine, { ...input, folder: resolve(folder) })),
} satisfies Partial<EngineHandlers>;

/** Made before the other case is closed, so that a refusal leaves the person where they were. */
async function show(engine: EngineState, next: CaseContext) {
  await closeCase(engine);
  engine.open = next;
  return caseInfo(next);
}
