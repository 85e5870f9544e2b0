/** Opens another copy of a case for reading: a case folder, a backup of one, or a case file. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { DATABASE } from '../case/case-folder.ts';
import { openCase } from '../case/open-case.ts';
import type { CaseContext, EngineState } from '../context.ts';
import { openCaseFile } from '../received/received-case.ts';

/** The caller closes it. @throws HoldfastError as opening a case or a case file does */
export async function openCopy(ctx: CaseContext, path: string): Promise<CaseContext> {
  const { jobs, ports, settings } = ctx;
  const engine: EngineState = { open: null, jobs, ports, settings, emit: () => {} };
  const isCase = await access(join(path, DATABASE)).then(
    () => true,
    () => false,
  );
  return isCase ? openCase(engine, path, 'read') : openCaseFile(engine, { path });
}
