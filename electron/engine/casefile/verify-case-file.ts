import { basename } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import type { CaseFileReport } from '#shared/model/proof.ts';
import type { EngineState } from '../context.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { CaseFileSource } from './case-file-source.ts';
import { checkBag } from './check-bag.ts';
import { checkContent } from './check-content.ts';
import { checkVerifyPage } from './check-verify-page.ts';
import { fewOfEach } from './few-of-each.ts';
import { readCaseFile } from './open-case-file.ts';

/**
 * Checks a case file, folder or zip, without unpacking it and without a case. `casefile-invalid` when it is no case
 * file at all; everything else that does not hold is a finding.
 */
export async function verifyCaseFile(engine: EngineState, { path, jobId }: ParsedInput<'casefile.verify'>): Promise<CaseFileReport> {
  return engine.jobs.run({ id: jobId, kind: 'verify-file', subject: basename(path), unit: 'bytes' }, async (job) => {
    const source = await readCaseFile(path, job.signal);
    try {
      return await check(path, source, job, engine.settings.version);
    } finally {
      source.close();
    }
  });
}

async function check(path: string, source: CaseFileSource, { signal, progress }: JobHandle, version: string): Promise<CaseFileReport> {
  let done = 0;
  progress({ total: [...source.files.values()].reduce((sum, file) => sum + file.size, 0) });
  const bag = await checkBag(source, { signal, onBytes: (bytes) => progress({ done: (done += bytes) }) });
  const page = await checkVerifyPage(bag, version);
  const content = await checkContent(source, bag, signal);
  signal.throwIfAborted();
  return {
    path,
    title: bag.info.get('External-Description') ?? null,
    caseId: bag.info.get('External-Identifier') ?? null,
    exportedAt: bag.info.get('Holdfast-Exported-At') ?? null,
    checked: {
      files: bag.files,
      bytes: bag.bytes,
      journalEntries: content.journalEntries,
      seals: content.seals,
      passages: content.passages,
      claims: content.claims,
    },
    findings: fewOfEach([...bag.findings, ...page, ...content.findings]),
  };
}
