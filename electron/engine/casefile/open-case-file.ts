/** The door for case files from elsewhere, folder or zip. */
import { stat } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';
import { usualLimits, type CaseFileLimits } from './case-file-limits.ts';
import type { CaseFileSource } from './case-file-source.ts';
import { folderSource } from './folder-source.ts';
import { zipSource } from './zip-source.ts';

/**
 * The files of a case file as a check reads them: what may not be there is among its `findings` and not among its
 * files. Nothing is written anywhere, and no file's bytes are read yet.
 * @throws HoldfastError casefile-invalid when it is no case file, cannot be read, or is beyond the limits
 */
export async function readCaseFile(path: string, signal: AbortSignal, limits: CaseFileLimits = usualLimits): Promise<CaseFileSource> {
  const kind = await stat(path);
  if (kind.isDirectory()) return folderSource(path, limits, signal);
  if (kind.isFile()) return zipSource(path, limits, signal);
  throw new HoldfastError('casefile-invalid', { path, problem: 'it is neither a folder nor a file' });
}

/**
 * As `readCaseFile`, for whoever goes on to take things from it: a case file with any name, link or entry that may not
 * be there is refused as a whole.
 * @throws HoldfastError casefile-invalid
 */
export async function openCaseFile(path: string, signal: AbortSignal, limits: CaseFileLimits = usualLimits): Promise<CaseFileSource> {
  const source = await readCaseFile(path, signal, limits);
  const [first, ...others] = source.findings;
  if (first === undefined) return source;
  source.close();
  const more = others.length === 0 ? '' : `, and ${others.length} more like it`;
  const said = String(first.facts['problem'] ?? 'it does not belong to the bag');
  throw new HoldfastError('casefile-invalid', { path, problem: `“${first.subject.slice(0, 200)}” in it: ${said}${more}` });
}
